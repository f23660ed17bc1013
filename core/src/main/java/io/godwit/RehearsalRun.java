package io.godwit;

import io.godwit.archive.PackageReader;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.RunOptions;
import io.godwit.engine.Session;
import io.godwit.format.PluginSource;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.schema.Schema;
import io.godwit.schema.SchemaDifference;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes a plan up, down and up again on a database that nobody needs. For one use. */
final class RehearsalRun {

    private final DataSource scratch;
    private final DialectFinder dialects;
    private final RunOptions options;
    private final Planning planning;
    private final List<Rehearsal.Leg> legs = new ArrayList<>();

    RehearsalRun(DataSource scratch, DialectFinder dialects, RunOptions options, Planning planning) {
        this.scratch = scratch;
        this.dialects = dialects;
        this.options = options.rehearsing();
        this.planning = planning.rehearsing();
    }

    /**
     * Rehearses.
     *
     * @param replay the plan, and what is applied before it
     */
    Rehearsal run(Replay replay, UpgradeTarget target) throws SQLException {
        if (replayed(replay)) {
            Schema before = schema();
            Godwit godwit = godwit(planning);
            if (up("up", godwit, target, null)) {
                Schema after = schema();
                down(godwit, replay.plan().migrations(), before);
                if (!failed()) {
                    up("up again", godwit, target, after);
                }
            }
        }
        return new Rehearsal(legs);
    }

    private boolean failed() {
        return new Rehearsal(legs).failed();
    }

    private Godwit godwit(Planning sources) {
        return new Godwit(scratch, dialects, options, sources, null, new PackageReader());
    }

    /** What the history of the real database holds is run first, unless the scratch database is a copy. */
    private boolean replayed(Replay replay) throws SQLException {
        if (replay.applied().isEmpty() || !godwit(planning).history().isEmpty()) {
            return true;
        }
        Planning recorded = planning.withSources(List.of(PluginSource.of(replay.applied())));
        return up("replay", godwit(recorded), UpgradeTarget.ALL, null);
    }

    private boolean up(String name, Godwit godwit, UpgradeTarget target, @Nullable Schema expected)
            throws SQLException {
        Report report = godwit.migrate(target);
        List<String> differences = expected == null ? List.of() : SchemaDifference.between(expected, schema());
        String obstacle =
                report.failure() == null ? "" : String.valueOf(report.failure().getMessage());
        boolean passed = obstacle.isEmpty() && differences.isEmpty();
        Rehearsal.State state = passed ? Rehearsal.State.PASSED : Rehearsal.State.FAILED;
        legs.add(new Rehearsal.Leg(name, report.applied(), report.duration(), differences, obstacle, state));
        return passed;
    }

    /** One after the other: other plugins' migrations may lie between those of one plugin. */
    private void down(Godwit godwit, List<MigrationPlan> pending, Schema before) throws SQLException {
        List<String> gone = new ArrayList<>();
        Duration duration = Duration.ZERO;
        for (int i = pending.size() - 1; i >= 0; i--) {
            Report report = godwit.rollback(pending.get(i).migration().pluginId(), RollbackTarget.steps(1));
            duration = duration.plus(report.duration());
            gone.addAll(report.rolledBack());
            if (report.failure() != null) {
                Rehearsal.State state =
                        report.outcome() == Outcome.REFUSED ? Rehearsal.State.NO_WAY_BACK : Rehearsal.State.FAILED;
                String obstacle = String.valueOf(report.failure().getMessage());
                legs.add(new Rehearsal.Leg("down", gone, duration, List.of(), obstacle, state));
                return;
            }
        }
        List<String> differences = SchemaDifference.between(before, schema());
        Rehearsal.State state = differences.isEmpty() ? Rehearsal.State.PASSED : Rehearsal.State.FAILED;
        legs.add(new Rehearsal.Leg("down", gone, duration, differences, "", state));
    }

    private Schema schema() throws SQLException {
        try (Session session = Session.open(scratch, dialects, options.lockTimeout())) {
            return session.dialect().introspector().read(session.connection());
        }
    }
}
