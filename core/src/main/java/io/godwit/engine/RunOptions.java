package io.godwit.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How a run behaves. Immutable.
 *
 * @param actor who does it, for the audit trail
 * @param authorizer asked before every change
 * @param lockWait how long to wait for another runner
 * @param lockTimeout how long one statement may wait for a lock inside the database
 * @param statementTimeout how long one statement may take unless its step says otherwise; zero for no limit
 * @param retries how often and how patiently what may pass is tried again
 * @param scope what one transaction holds
 * @param continueOnError whether what does not depend on a migration that failed still runs
 * @param listener told of progress
 * @param backups where backups are kept, and when they are taken
 * @param batches how much of the database a transform takes for itself
 * @param cancellation stops runs
 */
public record RunOptions(
        String actor,
        Authorizer authorizer,
        Duration lockWait,
        Duration lockTimeout,
        Duration statementTimeout,
        RetryPolicy retries,
        TransactionScope scope,
        boolean continueOnError,
        ProgressListener listener,
        BackupOptions backups,
        BatchOptions batches,
        Cancellation cancellation) {

    public RunOptions {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(authorizer, "authorizer");
        Objects.requireNonNull(lockWait, "lockWait");
        Objects.requireNonNull(lockTimeout, "lockTimeout");
        Objects.requireNonNull(statementTimeout, "statementTimeout");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(backups, "backups");
        Objects.requireNonNull(batches, "batches");
        Objects.requireNonNull(cancellation, "cancellation");
    }

    /** The same on a database that nobody needs: nobody is asked, and nobody hears of it. */
    public RunOptions rehearsing() {
        return new RunOptions(
                actor,
                Authorizer.OPEN,
                lockWait,
                lockTimeout,
                statementTimeout,
                retries,
                TransactionScope.MIGRATION,
                false,
                ProgressListener.SILENT,
                BackupOptions.NONE,
                BatchOptions.STANDARD,
                cancellation);
    }
}
