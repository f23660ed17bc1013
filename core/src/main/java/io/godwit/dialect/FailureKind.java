package io.godwit.dialect;

/** What a driver's exception means, and with it what to do next. */
public enum FailureKind {
    DEADLOCK(true, "run it again: the engine chose this transaction to break a deadlock"),
    SERIALIZATION(true, "run it again: another transaction changed the same rows"),
    LOCK_TIMEOUT(true, "run it again when the other session is done, or with a longer lock timeout"),
    STATEMENT_TIMEOUT(false, "give the step a longer \"timeout\", or split it"),
    CONNECTION_LOST(true, "run it again: what was not committed is gone, and the history says what was"),
    DISK_FULL(false, "make room, then run it again"),
    PERMISSION(false, "grant the login what it lacks, then run it again"),
    SYNTAX(false, "correct the statement, then run it again"),
    MISSING_OBJECT(false, "check the name, and that what it needs is created before it, then run it again"),
    DUPLICATE_OBJECT(false, "drop or rename what is there already, or say ifNotExists, then run it again"),
    CONSTRAINT(false, "correct the rows that break the constraint, then run it again"),
    OTHER(false, "correct the cause, then run it again");

    private final boolean retryable;
    private final String next;

    FailureKind(boolean retryable, String next) {
        this.retryable = retryable;
        this.next = next;
    }

    /** Whether the same transaction may succeed when it is run again unchanged. */
    public boolean retryable() {
        return retryable;
    }

    /** What to do next, in a sentence without its stop. */
    public String next() {
        return next;
    }
}
