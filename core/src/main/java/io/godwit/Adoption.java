package io.godwit;

import io.godwit.changelog.AdoptedHistory;
import io.godwit.engine.BackupOptions;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.RunOptions;
import io.godwit.engine.Runner;
import java.util.List;
import javax.sql.DataSource;

/**
 * Takes over a database whose history is another tool's: what ran there is verified against its files, and the portable migrations that
 * these became are recorded as applied. Nothing is run again. Thread-safe.
 */
public final class Adoption {

    private final Planning planning;
    private final Runner runner;

    Adoption(Planning planning, DataSource dataSource, DialectFinder dialects, RunOptions options) {
        this.planning = planning;
        RunOptions plain = new RunOptions(
                options.actor(),
                options.authorizer(),
                options.lockWait(),
                options.lockTimeout(),
                options.statementTimeout(),
                options.retries(),
                options.scope(),
                false,
                options.listener(),
                BackupOptions.NONE,
                options.batches(),
                options.cancellation());
        this.runner = new Runner(dataSource, dialects, planning::rendering, plain);
    }

    /**
     * Records what the other tool ran, of the host's migrations that came from it. A migration that came from a change that did not run
     * there stays pending, unless a later one did.
     *
     * @return what was recorded; what stops it is in the report
     */
    public Report of(AdoptedHistory history) {
        Report report = runner.run(new AdoptionPlanner(planning, history));
        if (report.outcome() == Outcome.SUCCEEDED) {
            List<String> ids = report.applied();
            runner.note(
                    "adopt",
                    "done",
                    ids.size() + " migrations recorded as applied, which another tool ran: " + ids.get(0) + " to "
                            + ids.get(ids.size() - 1));
        }
        return report;
    }
}
