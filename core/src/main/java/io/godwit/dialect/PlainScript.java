package io.godwit.dialect;

import java.util.List;

/**
 * A native script with other lines around it. Immutable.
 *
 * @param script what stays as it is
 * @param header lines at the very start
 * @param footer lines at the very end
 */
public record PlainScript(NativeScript script, List<String> header, List<String> footer) implements NativeScript {

    public PlainScript {
        header = List.copyOf(header);
        footer = List.copyOf(footer);
    }

    @Override
    public String command() {
        return script.command();
    }

    @Override
    public List<String> before(Statement statement) {
        return script.before(statement);
    }

    @Override
    public String terminator(Statement statement) {
        return script.terminator(statement);
    }

    @Override
    public ClientCommands commands() {
        return script.commands();
    }
}
