package io.godwit.benchmarks.memory;

import io.godwit.format.MigrationDocument;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.plan.Given;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What must run, and in which order: 5,000 migrations of 200 plugins that depend on each other by ids and ranges. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Resolve {

    @Param("200")
    int plugins;

    private Given given = Given.of(List.of(), History.EMPTY);

    /** Makes the migrations. */
    @Setup
    public void make() {
        Operation operation = new DropTable(TableName.parse("old"), true, false);
        given = Given.of(
                ManyPlugins.of(plugins, 1, operation).stream()
                        .map(MigrationDocument::of)
                        .toList(),
                History.EMPTY);
    }

    /** All of them. */
    @Benchmark
    public List<Migration> all() {
        return Upgrade.order(given, History.EMPTY, UpgradeTarget.ALL);
    }

    /** One plugin, with what it needs. */
    @Benchmark
    public List<Migration> one() {
        return Upgrade.order(given, History.EMPTY, new UpgradeTarget("p" + (plugins - 1), null));
    }
}
