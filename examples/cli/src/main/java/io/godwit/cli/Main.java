package io.godwit.cli;

import io.godwit.engine.Cancellation;
import java.util.List;
import java.util.Map;

/** Starts the command line in a process of its own. */
public final class Main {

    /** Whoever stops a process waits about as long before killing it. */
    private static final long PATIENCE_MILLIS = 30_000;

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
        Cancellation cancellation = new Cancellation();
        Thread program = Thread.currentThread();
        Thread interrupted = new Thread(() -> interrupted(terminal, cancellation, program), "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        int code = new Program(terminal, environment, cancellation).run(arguments);
        terminal.flush();
        if (isLeft(interrupted)) {
            System.exit(code);
        }
    }

    /** A run is cancelled, and gets the time to end in good order; if that is not enough, the database undoes what was not committed. */
    private static void interrupted(Terminal terminal, Cancellation cancellation, Thread program) {
        boolean runs = cancellation.isHeard();
        cancellation.cancel();
        if (runs) {
            terminal.error().println("interrupted: cancelling what runs …");
            awaited(program);
        }
        terminal.error().println("interrupted: status says what is applied; run it again to go on");
        terminal.flush();
    }

    private static void awaited(Thread program) {
        try {
            program.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
