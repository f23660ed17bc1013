package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.archive.RowFileFormat;
import io.godwit.engine.Cancellation;
import io.godwit.engine.RowExport;
import io.godwit.failure.TransferFailedException;
import io.godwit.operation.Operation;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.WatchedSource;
import io.godwit.tck.harness.WrittenRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that several connections read at once: the same bytes as those of one connection, of one moment, and nothing left behind. */
public interface SeveralReadersContract extends RowBytesContract, EngineContract {

    /** More than one connection reads by itself. */
    int MANY = 12_000;

    private void given(String table, int rows, IntFunction<@Nullable Object[]> row) throws SQLException {
        new WrittenRows(bench(), table).write(writer -> {
            for (int at = 0; at < rows; at++) {
                writer.add(row.apply(at));
            }
            writer.flush();
        });
    }

    /** Keys with gaps, and below zero; large and small rows. */
    private void manyRows() throws SQLException {
        everyType();
        given("kept", MANY, at -> {
            @Nullable Object[] row = RowBytesContract.row(new Random(at), at < 9_000 ? at - 5_000 : at * 100_000);
            if (at % 3_000 == 0) {
                row[9] = "long ä\t\"".repeat(20_000);
            }
            return row;
        });
    }

    private boolean severalRead() {
        return bench().dialect().sharedMoment().isPresent();
    }

    private static Godwit on(DataSource dataSource) {
        return Godwit.on(dataSource).actor("tester").build();
    }

    /** What is in the files, but for the time of the export. */
    private static Map<String, String> files(Path export) {
        try (Stream<Path> files = Files.walk(export)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(
                        export.relativize(file).toString(),
                        Files.readString(file).replaceFirst("\"createdAt\" ?: ?\"[^\"]*\"", ""));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sameFiles(RowExport asked) {
        try (RowFiles files = RowFiles.create()) {
            WatchedSource source = new WatchedSource(bench().database().dataSource(), 20, sql -> {});
            on(source.dataSource()).rows().export(asked, files.at("one"));
            int alone = source.opened();
            on(source.dataSource()).rows().export(asked.readBy(4), files.at("four"));
            assertThat(source.opened() - 2 * alone).as("further connections").isEqualTo(severalRead() ? 4 : 0);
            assertThat(source.open()).isZero();
            assertThat(files(files.at("four"))).isEqualTo(files(files.at("one")));
            assertThat(files.rows("four").lines().count()).isGreaterThanOrEqualTo(MANY);
        }
    }

    @Test
    default void filesAreTheSameHoweverManyRead() throws SQLException {
        manyRows();
        for (RowFileFormat format : RowFileFormat.values()) {
            sameFiles(RowExport.ofTables("kept").as(format));
        }
    }

    /** Also a first column of the key that many rows share, and documents, which the digest spells otherwise. */
    @Test
    default void keysOfSeveralColumnsAreCutBetweenTheirRows() throws SQLException {
        Operation table =
                createTable("kept", column("major", integer()), column("minor", integer()), column("doc", json()));
        apply(table, addPrimaryKey("kept", "major", "minor"));
        given("kept", MANY, at -> new Object[] {
            Integer.toString(at < 7_000 ? 3 : at / 10), Integer.toString(at), "{\"b\": [" + at + ", 2.50], \"a\": 1}"
        });
        sameFiles(RowExport.ofTables("kept"));
    }

    @Test
    default void tablesThatCannotBeCutAreReadByOne() throws SQLException {
        apply(createTable("bare", column("number", integer())));
        apply(createTable("worded", column("word", varchar(20))), addPrimaryKey("worded", "word"));
        apply(createTable("empty", key("id")));
        given("bare", MANY, at -> new Object[] {Integer.toString(at)});
        given("worded", MANY, at -> new Object[] {"word " + at});
        try (RowFiles files = RowFiles.create()) {
            WatchedSource source = new WatchedSource(bench().database().dataSource(), 20, sql -> {});
            RowExport asked = RowExport.ofTables("bare", "empty", "worded");
            on(source.dataSource()).rows().export(asked, files.at("one"));
            int alone = source.opened();
            on(source.dataSource()).rows().export(asked.readBy(4), files.at("four"));
            assertThat(source.opened()).as("connections").isEqualTo(2 * alone);
            assertThat(files(files.at("four")).keySet()).hasSize(4);
            assertThat(files.manifest("four").replaceFirst("\"createdAt\" ?: ?\"[^\"]*\"", ""))
                    .isEqualTo(files.manifest("one").replaceFirst("\"createdAt\" ?: ?\"[^\"]*\"", ""));
        }
    }

    /** Two connections are what an export needs anyway; the pool lets whoever wants a third one wait for ever. */
    @Test
    default void aPoolWithoutFurtherConnectionsGivesTheSameFiles() throws SQLException {
        manyRows();
        try (RowFiles files = RowFiles.create()) {
            WatchedSource source = new WatchedSource(bench().database().dataSource(), 2, sql -> {});
            on(source.dataSource()).rows().export(RowExport.ofTables("kept"), files.at("one"));
            on(source.dataSource()).rows().export(RowExport.ofTables("kept").readBy(4), files.at("four"));
            assertThat(source.open()).isZero();
            assertThat(files(files.at("four"))).isEqualTo(files(files.at("one")));
            assertThat(readers()).isEmpty();
        }
    }

    private static List<String> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("godwit-reader"))
                .toList();
    }

    @Test
    default void aReaderThatFailsEndsTheExport() throws SQLException {
        manyRows();
        AtomicInteger ranges = new AtomicInteger();
        stopped(
                new Cancellation(),
                sql -> {
                    if (sql.contains(" < ") && ranges.incrementAndGet() == 3) {
                        throw new SQLException("the third range cannot be read");
                    }
                },
                "the third range cannot be read");
    }

    @Test
    default void readersStopWhereTheExportIsCancelled() throws SQLException {
        manyRows();
        Cancellation cancellation = new Cancellation();
        stopped(
                cancellation,
                sql -> {
                    if (sql.contains(" < ")) {
                        cancellation.cancel();
                    }
                },
                "it was cancelled");
    }

    private void stopped(Cancellation cancellation, WatchedSource.Watch watch, String why) {
        try (RowFiles files = RowFiles.create()) {
            WatchedSource source = new WatchedSource(bench().database().dataSource(), 20, watch);
            Godwit godwit = Godwit.on(source.dataSource())
                    .actor("tester")
                    .cancellation(cancellation)
                    .build();
            RowExport asked = RowExport.ofTables("kept").readBy(4);
            if (severalRead()) {
                assertThatThrownBy(() -> godwit.rows().export(asked, files.at("out")))
                        .isInstanceOf(TransferFailedException.class)
                        .hasMessageContaining(why);
                assertThat(files.names()).isEmpty();
            } else {
                godwit.rows().export(asked, files.at("out"));
                assertThat(files.rows("out").lines()).hasSize(MANY);
            }
            assertThat(source.open()).isZero();
            assertThat(readers()).isEmpty();
        }
    }

    /** What one row of a table loses, one of the other gains in the same transaction. */
    @Test
    default void whateverIsWrittenMeanwhileAllReadersSeeOneMoment() throws Exception {
        for (String table : List.of("credit", "debit")) {
            apply(createTable(table, key("id"), column("amount", integer())));
            given(table, MANY, at -> new Object[] {Integer.toString(at), "100"});
        }
        Writing writing = new Writing(bench().database().dataSource());
        writing.thread.start();
        try (RowFiles files = RowFiles.create()) {
            for (int round = 0; round < 3; round++) {
                int before = writing.commits.get();
                while (writing.commits.get() == before && writing.thread.isAlive()) {
                    Thread.sleep(1);
                }
                on(bench().database().dataSource())
                        .rows()
                        .export(RowExport.ofTables("credit", "debit").readBy(3), files.at("out" + round));
                assertThat(sum(files(files.at("out" + round))))
                        .as("%s commits, %s refusals", writing.commits, writing.refusals)
                        .isEqualTo(200L * MANY);
            }
        } finally {
            writing.end();
        }
    }

    private static long sum(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".jsonl"))
                .flatMap(file -> file.getValue().lines())
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(':') + 1, line.length() - 1)))
                .sum();
    }

    /** Moves amounts until it is ended; what the engine does not take is tried again. */
    final class Writing implements Runnable {

        /** SQLite lets nobody else in who waits while one writes without a pause. */
        private static final int REST_MILLIS = 10;

        private final DataSource dataSource;
        private final AtomicInteger commits = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private final Thread thread = new Thread(this, "writer");
        private volatile boolean over;

        private Writing(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public void run() {
            Random random = new Random(1);
            while (!over) {
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    while (!over) {
                        move(statement, random);
                        connection.commit();
                        commits.incrementAndGet();
                        Thread.sleep(REST_MILLIS);
                    }
                } catch (SQLException refused) {
                    refusals.incrementAndGet();
                } catch (InterruptedException end) {
                    over = true;
                }
            }
        }

        private static void move(Statement statement, Random random) throws SQLException {
            int amount = random.nextInt(10);
            statement.executeUpdate(
                    "UPDATE credit SET amount = amount + " + amount + " WHERE id = " + random.nextInt(MANY));
            statement.executeUpdate(
                    "UPDATE debit SET amount = amount - " + amount + " WHERE id = " + random.nextInt(MANY));
        }

        void end() throws InterruptedException {
            over = true;
            thread.join();
        }
    }

    /** Whose rows are chosen by a filter is read by one. */
    @Test
    default void aFilterIsLeftToOneReader() throws SQLException {
        manyRows();
        try (PluginFolder plugins = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            WatchedSource source = new WatchedSource(bench().database().dataSource(), 2, sql -> {});
            plugins.on(source.dataSource())
                    .build()
                    .rows()
                    .export(RowExport.ofTables("kept").where("kept", "id >= 0").readBy(4), files.at("out"));
            assertThat(files.rows("out").lines()).hasSize(7_000);
        }
    }
}
