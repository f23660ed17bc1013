package io.godwit.engine;

import io.godwit.dialect.FailureKind;

/** Errors of a statement itself, which {@code skipOnError} may pass over; never those of the connection, a lock, time or the disk. */
final class SkippableFailure {

    private SkippableFailure() {}

    static boolean is(FailureKind kind) {
        return switch (kind) {
            case SYNTAX, MISSING_OBJECT, DUPLICATE_OBJECT, CONSTRAINT, PERMISSION, OTHER -> true;
            case DEADLOCK, SERIALIZATION, LOCK_TIMEOUT, STATEMENT_TIMEOUT, CONNECTION_LOST, DISK_FULL -> false;
        };
    }
}
