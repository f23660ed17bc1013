package io.godwit.cli;

import io.godwit.failure.ActionDeniedException;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.DialectNotFoundException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.LockLostException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.PrivilegeMissingException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.RunCancelledException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.TransferFailedException;
import io.godwit.failure.UnknownEngineException;
import io.godwit.failure.ValidationFailedException;
import java.util.Locale;
import picocli.CommandLine.ParameterException;

/** How a call ended, as scripts see it. */
enum ExitCode {
    DONE(0),
    FAILED(1),
    CANCELLED(1),
    UNEXPECTED(1),
    USAGE(2),
    INVALID(3),
    LOCK(4),
    REPAIR(5),
    REFUSED(6),
    PERMISSION(6),
    UNAVAILABLE(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Throwable failure) {
        if (failure instanceof GodwitException known) {
            return of(known);
        }
        boolean usage = failure instanceof UsageException || failure instanceof ParameterException;
        return usage ? USAGE : UNEXPECTED;
    }

    private static ExitCode of(GodwitException failure) {
        if (failure instanceof StatementFailedException
                || failure instanceof ValidationFailedException
                || failure instanceof BackupFailedException
                || failure instanceof TransferFailedException) {
            return FAILED;
        }
        if (failure instanceof InvalidMigrationException) {
            return INVALID;
        }
        if (failure instanceof LockTimeoutException || failure instanceof LockLostException) {
            return LOCK;
        }
        if (failure instanceof RunCancelledException) {
            return CANCELLED;
        }
        if (failure instanceof RepairNeededException) {
            return REPAIR;
        }
        if (failure instanceof UnknownEngineException) {
            return USAGE;
        }
        if (failure instanceof ActionDeniedException || failure instanceof PrivilegeMissingException) {
            return PERMISSION;
        }
        boolean unreachable =
                failure instanceof DatabaseUnavailableException || failure instanceof DialectNotFoundException;
        return unreachable ? UNAVAILABLE : REFUSED;
    }

    /** What JSON calls it: a statement that the engine forbids is a failure of its own kind. */
    static String kind(Throwable failure) {
        boolean forbidden = failure instanceof StatementFailedException failed && failed.forbidden();
        return (forbidden ? PERMISSION : of(failure)).toString();
    }

    /** As JSON says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
