package io.godwit.dialect;

import java.util.List;

/**
 * What an engine's own client makes of one file. Immutable.
 *
 * @param includes the other files that it goes on in, in order
 * @param unfinished whether the last statement is not ended
 * @param leaves the line, from 1, where the client leaves the file before its end; 0 if it does not
 */
public record ClientScript(List<ScriptInclude> includes, boolean unfinished, int leaves) {

    public ClientScript {
        includes = List.copyOf(includes);
    }

    /**
     * Reads a file as the client of a dialect does.
     *
     * @throws IllegalArgumentException with line and column, if something is not closed, or means something only when it runs
     */
    public static ClientScript read(Dialect dialect, String script) {
        return new ClientScriptReader(script, dialect).read();
    }
}
