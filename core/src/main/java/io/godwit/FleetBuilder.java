package io.godwit;

import io.godwit.Fleet.FleetTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Configures a {@link Fleet}; everything but its targets and plugins has a default. Not thread-safe. */
public final class FleetBuilder {

    private final Map<String, DataSource> targets = new LinkedHashMap<>();
    private final Set<String> tenants = new HashSet<>();
    private final List<BiConsumer<String, GodwitBuilder>> configuration = new ArrayList<>();
    private int canaries = 1;
    private int parallel = 4;
    private int failures;
    private @Nullable Executor executor;

    FleetBuilder() {}

    /** Adds a database; they begin in the order in which they are added. */
    public FleetBuilder target(String name, DataSource dataSource) {
        DataSource target = Objects.requireNonNull(dataSource, "dataSource");
        if (targets.putIfAbsent(Objects.requireNonNull(name, "name"), target) != null) {
            throw new IllegalArgumentException("there are two targets named '" + name + "'");
        }
        return this;
    }

    /**
     * Adds tenants that have a schema each in one database, by their schemas' names: see {@link GodwitBuilder#tenant}.
     *
     * @param dataSource with two connections for each target that is worked on at once
     */
    public FleetBuilder tenants(DataSource dataSource, List<String> schemas) {
        for (String schema : schemas) {
            target(schema, dataSource);
            tenants.add(schema);
        }
        return this;
    }

    /** What holds for each target: plugins, actor, authorizer and the like, as for one database. */
    public FleetBuilder each(Consumer<GodwitBuilder> builder) {
        Objects.requireNonNull(builder, "builder");
        return each((name, godwit) -> builder.accept(godwit));
    }

    /** As the other, with the target's name: for a listener that must know of which target it hears. */
    public FleetBuilder each(BiConsumer<String, GodwitBuilder> builder) {
        configuration.add(Objects.requireNonNull(builder, "builder"));
        return this;
    }

    /** How many targets, the first ones, must all succeed before any other begins; one unless said otherwise, 0 for none. */
    public FleetBuilder canaries(int targetsFirst) {
        canaries = atLeast(0, targetsFirst, "canaries");
        return this;
    }

    /** How many targets are worked on at once; four unless said otherwise. */
    public FleetBuilder parallel(int targetsAtOnce) {
        parallel = atLeast(1, targetsAtOnce, "parallel");
        return this;
    }

    /** How many targets may fail before no other begins; none unless said otherwise. Those that have begun come to their end. */
    public FleetBuilder failureBudget(int targetsFailed) {
        failures = atLeast(0, targetsFailed, "failureBudget");
        return this;
    }

    /**
     * Runs the targets, such as a pool of the host's; unless said otherwise each call has threads of its own.
     *
     * @param pool not one that waits for the very thread that calls the fleet
     */
    public FleetBuilder executor(Executor pool) {
        executor = Objects.requireNonNull(pool, "pool");
        return this;
    }

    private static int atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", and is " + value);
        }
        return value;
    }

    public Fleet build() {
        List<FleetTarget> all = new ArrayList<>();
        targets.forEach((name, dataSource) -> {
            GodwitBuilder builder = Godwit.on(dataSource);
            if (tenants.contains(name)) {
                builder.tenant(name);
            }
            configuration.forEach(each -> each.accept(name, builder));
            all.add(new FleetTarget(name, builder.build()));
        });
        return new Fleet(all, new Fleet.Limits(canaries, parallel, failures, executor));
    }
}
