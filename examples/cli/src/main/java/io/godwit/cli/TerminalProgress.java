package io.godwit.cli;

import io.godwit.backup.BackupContent;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.ProgressEvent.BackupProgress;
import io.godwit.engine.ProgressEvent.BackupStarted;
import io.godwit.engine.ProgressEvent.BackupWritten;
import io.godwit.engine.ProgressEvent.BatchFinished;
import io.godwit.engine.ProgressEvent.LockAwaited;
import io.godwit.engine.ProgressEvent.MigrationFinished;
import io.godwit.engine.ProgressEvent.MigrationStarted;
import io.godwit.engine.ProgressEvent.Retried;
import io.godwit.engine.ProgressEvent.StepSkipped;
import io.godwit.engine.ProgressEvent.StepStarted;
import io.godwit.engine.ProgressListener;

/** Progress for people: a line for each migration that is done and, where somebody watches, one that is rewritten meanwhile. */
final class TerminalProgress implements ProgressListener {

    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDEST = 79;
    private static final int SECONDS_BETWEEN_WAITS = 10;

    private final Terminal terminal;
    private final boolean verbose;
    private String current = "";

    TerminalProgress(Terminal terminal, boolean verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public void onEvent(ProgressEvent event) {
        if (event instanceof MigrationStarted started) {
            current = "[" + started.index() + "/" + started.of() + "] " + started.id();
            meanwhile(current);
        } else if (event instanceof StepStarted step) {
            meanwhile(current + " · " + step.step());
        } else if (event instanceof BatchFinished batch) {
            meanwhile(current + " · " + batch.step() + " " + moved(batch));
        } else if (event instanceof MigrationFinished finished) {
            clear();
            terminal.out().println(finished(finished));
        } else if (event instanceof BackupStarted backup) {
            meanwhile("backup before " + backup.migration());
        } else if (event instanceof BackupProgress backup) {
            meanwhile("backup of " + backup.table() + ": " + Count.of(backup.rows(), "row"));
        } else if (event instanceof BackupWritten backup) {
            clear();
            terminal.out().println(written(backup));
        } else if (event instanceof StepSkipped skipped) {
            notice("skipped step " + skipped.step() + " of " + skipped.migration() + ": " + skipped.reason());
        } else if (event instanceof Retried retried) {
            notice("attempt " + retried.attempt() + " at " + retried.migration() + ": " + retried.reason());
        } else if (event instanceof LockAwaited awaited) {
            lockAwaited(awaited);
        } else {
            clear();
        }
    }

    private static String moved(BatchFinished batch) {
        long percent = batch.of() == 0 ? 100 : 100 * batch.rows() / batch.of();
        return percent + " % of " + Count.of(batch.of(), "row") + ", " + batch.perSecond() + " a second, "
                + batch.left().toSeconds() + " s left";
    }

    private String finished(MigrationFinished finished) {
        return terminal.good("✓ ") + finished.done() + " " + finished.id() + "  "
                + terminal.dim(finished.duration().toMillis() + " ms");
    }

    private String written(BackupWritten backup) {
        return terminal.good("✓ ") + "wrote " + backup.name() + ": " + what(backup) + ", "
                + Count.of(backup.bytes(), "byte");
    }

    private static String what(BackupWritten backup) {
        return backup.content() == BackupContent.TABLES
                ? Count.of(backup.tables(), "table") + ", " + Count.of(backup.rows(), "row")
                : "the database as a " + backup.content();
    }

    private void lockAwaited(LockAwaited awaited) {
        long seconds = awaited.waited().toSeconds();
        String holder = awaited.holder().isEmpty() ? "" : " (" + awaited.holder() + ")";
        String words = "another run holds the lock" + holder + "; waiting for " + seconds + " s";
        if (terminal.live()) {
            meanwhile(words);
        } else if (seconds % SECONDS_BETWEEN_WAITS == 1) {
            notice(words);
        }
    }

    private void meanwhile(String words) {
        if (terminal.live()) {
            terminal.error().print(CLEAR + terminal.dim(words.substring(0, Math.min(WIDEST, words.length()))));
            terminal.error().flush();
        } else if (verbose) {
            terminal.error().println(words);
        }
    }

    private void notice(String words) {
        clear();
        terminal.out().flush();
        terminal.error().println(terminal.notable(words));
    }

    private void clear() {
        if (terminal.live()) {
            terminal.out().flush();
            terminal.error().print(CLEAR);
            terminal.error().flush();
        }
    }
}
