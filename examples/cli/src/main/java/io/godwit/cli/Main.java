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
        Thread interrupted = new Thread(() -> interrupted(terminal), "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        int code = new Program(terminal, environment).run(arguments);
        terminal.flush();
        if (isLeft(interrupted)) {
            System.exit(code);
        }
    }

    /** What was said so far must not be lost; the database undoes what was not committed. */
    private static void interrupted(Terminal terminal) {
        terminal.error().println("interrupted: status says what is applied; run it again to go on");
        terminal.flush();
    }

    /** False where the process is ending already. */
    private static boolean isLeft(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return false;
        }
    }
}
