package io.godwit.benchmarks.memory;

import io.godwit.Godwit;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.corpus.CorpusWriter;
import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.format.MigrationReader;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import io.godwit.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Reading, hashing and rendering of migrations, each a table of six columns and an index. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadAndRender {

    @Param({"sqlite", "postgresql"})
    String engine = "";

    private Path folder = Path.of("");
    private byte[] document = {};
    private @Nullable Migration migration;

    /** Writes what is read. */
    @Setup
    public void write() throws IOException {
        Corpus corpus = new CorpusWriter(Files.createTempDirectory("godwit-in-memory"), engine).write(100);
        folder = corpus.documents();
        document = Files.readAllBytes(folder.resolve("bench-00001.json"));
        migration = new MigrationReader().read("bench-00001.json", document);
    }

    /** One document. */
    @Benchmark
    public Migration read() {
        return new MigrationReader().read("bench-00001.json", document);
    }

    /** Both hashes of one migration. */
    @Benchmark
    public Hashes hash() {
        return CanonicalHash.hash(Objects.requireNonNull(migration));
    }

    /** A hundred documents, read from files and rendered. */
    @Benchmark
    public Plan planHundred() {
        return Godwit.offline(engine).plugins(PluginSource.directory(folder)).planUp();
    }
}
