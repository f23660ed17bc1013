package io.godwit.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what Godwit logs to standard error; the process's own business, so only {@link Main} asks for it. */
final class Logs {

    /** Held here, because the log manager forgets loggers that nobody holds. */
    private static final Logger GODWIT = Logger.getLogger("io.godwit");

    private Logs() {}

    static void show() {
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        GODWIT.addHandler(handler);
        GODWIT.setUseParentHandlers(false);
        GODWIT.setLevel(Level.FINE);
    }
}
