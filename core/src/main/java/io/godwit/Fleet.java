package io.godwit;

import io.godwit.engine.Report;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The same plugins on many databases: some first, as canaries, then the others beside each other, until too many fail.
 *
 * <p>Each target has its own history and lock; what befalls one never touches another. Nothing is thrown for a target: it is all in the
 * report. Immutable and thread-safe.
 */
public final class Fleet {

    private final List<FleetTarget> targets;
    private final Limits limits;

    /**
     * How far and how fast it goes.
     *
     * @param canaries how many targets, the first ones, must succeed before the others begin
     * @param parallel how many targets at once
     * @param failures how many may fail before no more begin
     * @param executor runs the targets; null for threads that live as long as the call
     */
    record Limits(
            int canaries,
            int parallel,
            int failures,
            @Nullable Executor executor) {}

    /** A database by name. */
    record FleetTarget(String name, Godwit godwit) {}

    Fleet(List<FleetTarget> targets, Limits limits) {
        this.targets = List.copyOf(targets);
        this.limits = limits;
    }

    /** The names of the targets, in the order in which they begin. */
    public List<String> targets() {
        return targets.stream().map(FleetTarget::name).toList();
    }

    /** Applies all that is pending, everywhere. */
    public FleetReport migrate() {
        return migrate(UpgradeTarget.ALL);
    }

    /** Applies what is pending up to a target, everywhere. */
    public FleetReport migrate(UpgradeTarget target) {
        return run(godwit -> godwit.migrate(target));
    }

    /** Takes a plugin back, everywhere. */
    public FleetReport rollback(String pluginId, RollbackTarget target) {
        return run(godwit -> godwit.rollback(pluginId, target));
    }

    /**
     * Does anything else everywhere.
     *
     * @param work called once for each target, by several threads at once; a target fails if its report does, or if it throws
     */
    public FleetReport run(Function<Godwit, Report> work) {
        long started = System.nanoTime();
        FleetRun run = new FleetRun(limits, work);
        run.run(targets);
        return run.report(targets, Duration.ofNanos(System.nanoTime() - started));
    }
}
