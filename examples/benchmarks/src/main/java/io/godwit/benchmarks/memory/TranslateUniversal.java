package io.godwit.benchmarks.memory;

import io.godwit.Godwit;
import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Universal SQL: splitting, reading and rendering, from a document to an engine's statements; counted by the statement. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TranslateUniversal {

    private static final int STATEMENTS = 240;
    private static final int KINDS = 6;

    @Param({"sqlite", "postgresql", "mysql", "mariadb"})
    String engine = "";

    private Path folder = Path.of("");

    /** Writes one migration of many statements: tables, indexes, views and rows. */
    @Setup
    public void write() throws IOException {
        StringBuilder script = new StringBuilder();
        for (int number = 0; number < STATEMENTS / KINDS; number++) {
            script.append("""
                    CREATE TABLE public.t%1$d (id bigserial PRIMARY KEY, name character varying(80) DEFAULT 'x'::character varying NOT NULL, n integer CHECK (n > 0), price numeric(12,2) DEFAULT 0, at timestamptz DEFAULT now());
                    CREATE UNIQUE INDEX t%1$d_name ON public.t%1$d USING btree (name, n DESC);
                    CREATE VIEW v%1$d AS SELECT a.id, upper(a.name) || '!' AS title, row_number() OVER (PARTITION BY a.n ORDER BY a.price DESC, a.id) AS place, CASE WHEN a.price > 100 THEN 'high' ELSE 'low' END AS level FROM t%1$d a LEFT JOIN t%1$d b ON b.id = a.id + 1 WHERE a.n BETWEEN 1 AND 10;
                    INSERT INTO t%1$d (name, n, price) VALUES ('it''s', 1, 2.5), ('b', 2, 3.75);
                    UPDATE t%1$d SET n = n + 1, price = round(price * 1.21, 2), name = upper(left(name, 1)) || substring(name from 2) WHERE lower(name) LIKE 'b%%' AND coalesce(n, 0) < 10;
                    INSERT INTO t%1$d (name, n, price) SELECT name || '-' || n, n + 100, sum(price) FROM t%1$d GROUP BY name, n;
                    """.formatted(number));
        }
        folder = Files.createTempDirectory("godwit-universal");
        Path plugin = Files.createDirectories(folder.resolve("bench"));
        Files.writeString(
                plugin.resolve("bench-1.json"), """
                {"format": "portable-migration-v1", "migration": {"id": "bench-1", "pluginId": "bench", "version": "1.0.0",
                 "steps": {"up": [{"id": "one", "sql": {"universal": "%s"}}]}}}
                """.formatted(script.toString().replace("\n", "\\n")));
    }

    /** A document of many statements. */
    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public Plan translate() {
        return Godwit.offline(engine).plugins(PluginSource.directory(folder)).planUp();
    }
}
