package io.godwit.engine;

import io.godwit.failure.BackupFailedException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.LockLostException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.RunCancelledException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.ValidationFailedException;

/** Tells a run that failed from one that was refused before it changed anything. */
final class OutcomeOf {

    private OutcomeOf() {}

    static Outcome failure(GodwitException failure) {
        boolean failed = failure instanceof StatementFailedException
                || failure instanceof ValidationFailedException
                || failure instanceof RepairNeededException
                || failure instanceof BackupFailedException
                || failure instanceof LockLostException
                || failure instanceof RunCancelledException;
        return failed ? Outcome.FAILED : Outcome.REFUSED;
    }
}
