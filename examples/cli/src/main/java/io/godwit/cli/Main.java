package io.godwit.cli;

import java.util.List;
import java.util.Map;

/** Starts the command line in a process of its own. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments what {@code --help} lists
     */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.contains("--verbose") || words.contains("-v")) {
            Logs.show();
        }
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        int code = new Program(terminal, environment).run(arguments);
        terminal.flush();
        System.exit(code);
    }
}
