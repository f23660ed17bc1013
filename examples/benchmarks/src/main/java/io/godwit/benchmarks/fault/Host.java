package io.godwit.benchmarks.fault;

import io.godwit.Godwit;
import io.godwit.backup.BackupStore;
import io.godwit.engine.Report;
import io.godwit.engine.RetryPolicy;
import io.godwit.format.PluginSource;
import io.godwit.migration.Version;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A program that has the library in it.
 *
 * @param plugins the folder with migrations
 * @param broken the folder with migrations of which the last one fails
 * @param moving the folder with migrations of which the last one moves rows
 * @param backups where backups go
 */
record Host(Path plugins, Path broken, Path moving, Path backups) {

    /** The standard, but for how soon a lost answer is missed: a measurement has no twenty seconds to wait. */
    private static final RetryPolicy RETRIES = new RetryPolicy(
            4, Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** What it does. */
    enum Act {
        UP,
        DOWN,
        /** What fails is taken back. */
        BACK,
        /** Rows of a table and of a file move, and change where they are. */
        MOVE
    }

    /** What is there before it. */
    void prepare(Act act, DataSource source) {
        if (act == Act.DOWN) {
            run(Act.UP, source).orThrow();
        } else if (act == Act.MOVE) {
            godwit(source, moving)
                    .migrate(new UpgradeTarget("crm", Version.parse("1.0.0")))
                    .orThrow();
        }
    }

    Godwit godwit(DataSource source) {
        return godwit(source, plugins);
    }

    private Godwit godwit(DataSource source, Path folder) {
        return Godwit.on(source)
                .plugins(PluginSource.directory(folder))
                .backups(BackupStore.directory(backups))
                .retries(RETRIES)
                .actor("tester")
                .build();
    }

    /** Does it, as far as it gets; what stopped it is in the report, or thrown. */
    Report run(Act act, DataSource source) {
        if (act == Act.BACK || act == Act.MOVE) {
            return godwit(source, act == Act.BACK ? broken : moving).migrate(UpgradeTarget.ALL);
        }
        Godwit godwit = godwit(source);
        if (act == Act.UP) {
            return godwit.migrate(UpgradeTarget.ALL);
        }
        Report first = godwit.rollback("shop", RollbackTarget.everything());
        return first.failure() == null ? godwit.rollback("crm", RollbackTarget.toVersion("1.0.0")) : first;
    }
}
