package io.godwit.failure;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Godwit throws.
 *
 * <p>Every message says what happened, where, what the database looks like now and what to do next. No bare
 * {@link java.sql.SQLException} leaves Godwit. Instances are immutable but for what {@link Throwable} itself allows.
 */
public abstract sealed class GodwitException extends RuntimeException
        permits ActionDeniedException,
                BackupFailedException,
                ChangelogRefusedException,
                DatabaseUnavailableException,
                DialectNotFoundException,
                HistoryConflictException,
                InvalidMigrationException,
                LockLostException,
                LockTimeoutException,
                PackageRejectedException,
                PlanRefusedException,
                PrivilegeMissingException,
                RepairNeededException,
                RunCancelledException,
                StatementFailedException,
                TransferFailedException,
                UnknownEngineException,
                UnsupportedByDialectException,
                ValidationFailedException {

    private static final long serialVersionUID = 1L;

    GodwitException(String message) {
        super(message);
    }

    GodwitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
