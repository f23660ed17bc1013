package io.godwit.benchmarks.corpus;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.dialect.Statement;
import io.godwit.format.PluginSource;
import io.godwit.plan.MigrationPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a corpus; the SQL is what Godwit renders, so that all run the same statements. */
public final class CorpusWriter {

    private final Corpus corpus;
    private final String engine;

    /** @param engine whose SQL to write */
    public CorpusWriter(Path root, String engine) {
        this.corpus = new Corpus(root);
        this.engine = engine;
    }

    /** Writes that many migrations. */
    public Corpus write(int migrations) throws IOException {
        for (Path folder : List.of(
                corpus.documents(),
                corpus.versionedSql(),
                corpus.undo(),
                corpus.changelog().getParent())) {
            Files.createDirectories(folder);
        }
        for (int number = 1; number <= migrations; number++) {
            Files.writeString(corpus.documents().resolve(name(number) + ".json"), new TableDocument(number).text());
        }
        OfflineBuilder offline = Godwit.offline(engine).plugins(PluginSource.directory(corpus.documents()));
        Map<String, String> up = statements(offline.planUp().migrations());
        Map<String, String> down = statements(offline.planDown().migrations());
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        for (int number = 1; number <= migrations; number++) {
            String name = name(number);
            write(name, up.get(name), down.get(name), changelog);
        }
        Files.writeString(corpus.changelog(), changelog);
        return corpus;
    }

    private void write(String name, String up, String down, StringBuilder changelog) throws IOException {
        String file = "V" + name.substring(Corpus.PLUGIN.length() + 1) + "__table.sql";
        Files.writeString(corpus.versionedSql().resolve(file), up);
        Files.writeString(corpus.undo().resolve(file), down);
        changelog.append("\n--changeset bench:").append(name).append('\n').append(up);
        down.lines()
                .forEach(line -> changelog.append("--rollback ").append(line).append('\n'));
    }

    private static Map<String, String> statements(List<MigrationPlan> plans) {
        return plans.stream().collect(Collectors.toMap(MigrationPlan::id, CorpusWriter::text));
    }

    private static String text(MigrationPlan plan) {
        return plan.statements().stream()
                .map(Statement::sql)
                .map(sql -> sql + ";\n")
                .collect(Collectors.joining());
    }

    private static String name(int number) {
        return TableDocument.id(number);
    }
}
