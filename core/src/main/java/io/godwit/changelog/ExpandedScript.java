package io.godwit.changelog;

/**
 * What became of a script of includes. Immutable.
 *
 * @param files how many files were put in, a file that is included twice counted twice, the script itself not
 * @param bytes how long the one script is
 */
public record ExpandedScript(int files, long bytes) {}
