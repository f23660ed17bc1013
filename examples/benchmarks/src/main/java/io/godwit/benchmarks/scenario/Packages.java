package io.godwit.benchmarks.scenario;

import io.godwit.Godwit;
import io.godwit.benchmarks.corpus.Changelog;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.changelog.LiquibaseSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One SQL file of what a Liquibase history says that ran, beside copying the changelog's files: into a folder, and into one file. And of change
 * sets in XML, which Liquibase renders.
 */
final class Packages implements Scenario {

    private static final int STEP = 1000;

    @Override
    public String name() {
        return "package";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        List<Comparison> comparisons = new ArrayList<>();
        for (int files : List.of(conditions.migrations(STEP), conditions.migrations(10 * STEP))) {
            Path root = conditions.folder().resolve(engine.name() + "-scripts-" + files);
            comparisons.add(scripts(Changelog.scripts(root, files), files, conditions, engine));
        }
        comparisons.add(xml(conditions, engine));
        return comparisons;
    }

    private Comparison scripts(Changelog changelog, int files, Conditions conditions, Engine engine) throws Exception {
        LiquibaseSource source = LiquibaseSource.of(changelog.root(), changelog.path());
        List<Path> all = changelog.files();
        Path output = changelog.root().resolve("package.out");
        try (Database database = engine.fresh()) {
            recordAll(source, engine, database, output);
            Rounds rounds = conditions
                    .interleaved()
                    .add(
                            "copies of the files",
                            () -> copies(all, changelog.root().resolve("copies")))
                    .add("one file of them", () -> Stopwatch.millis(() -> one(all, output)))
                    .add(
                            "godwit",
                            () -> Stopwatch.millis(() -> Godwit.offline(engine.name())
                                    .packageChangelog(source, database.dataSource(), output)));
            return new Comparison(
                    name(),
                    engine.name(),
                    files + " files of 2 KB",
                    "ms",
                    rounds.run().series());
        }
    }

    /** Four times as many should take four times as long. */
    private Comparison xml(Conditions conditions, Engine engine) throws Exception {
        Rounds rounds = conditions.interleaved();
        for (int sets : List.of(conditions.migrations(STEP / 4), conditions.migrations(STEP))) {
            Path root = conditions.folder().resolve(engine.name() + "-xml-" + sets);
            Changelog changelog = Changelog.xml(root, sets);
            LiquibaseSource source = LiquibaseSource.of(changelog.root(), changelog.path());
            Path output = root.resolve("package.out");
            rounds.add(
                    "godwit, " + sets + " sets",
                    () -> Stopwatch.millis(() -> Godwit.offline(engine.name()).packageChangelog(source, output)));
        }
        return new Comparison(
                name(), engine.name(), "change sets in XML", "ms", rounds.run().series());
    }

    /** As if Liquibase had run all of it: its history, as a package of the whole writes it. */
    private static void recordAll(LiquibaseSource source, Engine engine, Database database, Path output)
            throws Exception {
        Godwit.offline(engine.name()).packageChangelog(source, output);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                Stream<String> lines = Files.lines(output)) {
            connection.setAutoCommit(false);
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.matches("(?i)(CREATE TABLE|INSERT INTO) \\S*DATABASECHANGELOG\\W.*")) {
                    statement.execute(line.substring(0, line.length() - 1));
                }
            }
            connection.commit();
        }
    }

    private static double copies(List<Path> files, Path folder) throws Exception {
        Files.createDirectories(folder);
        for (Path file : files) {
            Files.deleteIfExists(folder.resolve(file.getFileName()));
        }
        return Stopwatch.millis(() -> {
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        });
    }

    private static void one(List<Path> files, Path output) throws IOException {
        try (OutputStream all = Files.newOutputStream(output)) {
            for (Path file : files) {
                all.write(Files.readAllBytes(file));
            }
        }
    }
}
