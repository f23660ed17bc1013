package io.godwit.cli;

/** The command line cannot be understood, or lacks what the command needs. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
