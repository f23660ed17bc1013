package io.godwit.cli;

import java.util.Map;

/** Starts the command line in a process of its own. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        int code = new Program(terminal, environment).run(arguments);
        terminal.flush();
        System.exit(code);
    }
}
