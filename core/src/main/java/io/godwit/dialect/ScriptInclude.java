package io.godwit.dialect;

/**
 * A place of a script where its client goes on in another file. Immutable.
 *
 * @param start where the command starts
 * @param end where the script goes on behind it
 * @param line from 1
 * @param file as it is written
 * @param beside whether a relative name is relative to the including file, rather than to the place where the client runs
 */
public record ScriptInclude(int start, int end, int line, String file, boolean beside) {}
