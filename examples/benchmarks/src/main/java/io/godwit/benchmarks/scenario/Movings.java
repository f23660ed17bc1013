package io.godwit.benchmarks.scenario;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.format.PluginSource;
import io.godwit.migration.CustomInput;
import io.godwit.schema.Literal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The ways in which a migration puts the same rows into the same table. */
enum Movings {
    /** The engine makes every value. */
    PUSHED_DOWN("godwit", """
            {"source": "id", "target": "id"},
            {"source": "first_name", "target": "given_name", "transform": {"type": "function", "definition": "upper"}},
            {"target": "full_name", "transform": {"type": "expression", "definition": "upper(first_name) || ' ' || last_name"}},
            {"source": "dept", "target": "department", "defaultValue": "Purchase", "transform": {"type": "lookup",
              "definition": {"0": "Sales", "1": "Support", "2": "Research"}}},
            {"source": "score", "target": "score"},
            {"source": "email", "target": "email", "transform": {"type": "function", "definition": "lower"}},
            {"source": "born", "target": "born"}"""),
    /** The host's own code makes what is not taken as it is. */
    CUSTOM("godwit-custom", """
            {"source": "id", "target": "id"},
            {"source": "first_name", "target": "given_name", "transform": {"type": "custom", "definition": "upper"}},
            {"target": "full_name", "transform": {"type": "custom", "definition": "full"}},
            {"source": "dept", "target": "department", "transform": {"type": "custom", "definition": "department"}},
            {"source": "score", "target": "score"},
            {"source": "email", "target": "email", "transform": {"type": "custom", "definition": "lower"}},
            {"source": "born", "target": "born"}"""),
    /** The same code, with the rows in a file. */
    FILE("godwit-file", CUSTOM.mapping);

    private static final String MIGRATION = """
            {"format": "portable-migration-v1", "migration": {"id": "move-1", "pluginId": "move", "version": "1.0.0", "steps": {"up": [
              {"id": "move", "transform": {"source": %s, "target": "contact", "mapping": [%s]}}]}}}""";

    private final String contender;
    private final String mapping;

    Movings(String contender, String mapping) {
        this.contender = contender;
        this.mapping = mapping;
    }

    String contender() {
        return contender;
    }

    /** Makes the plugin's folder. */
    Path plugin(int rows) throws IOException {
        Path folder = Files.createTempDirectory("godwit-transform");
        String source = "\"person\"";
        if (this == FILE) {
            source = "{\"file\": \"data/person.jsonl\"}";
            try (BufferedWriter lines = Files.newBufferedWriter(
                    Files.createDirectory(folder.resolve("data")).resolve("person.jsonl"))) {
                for (int row = 0; row < rows; row++) {
                    lines.write(LoadTables.line(row));
                    lines.newLine();
                }
            }
        }
        Files.writeString(folder.resolve("move-1.json"), MIGRATION.formatted(source, mapping));
        return folder;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static Godwit host(DataSource database, Path plugin) {
        GodwitBuilder builder = Godwit.on(database).plugins(PluginSource.directory(plugin));
        return builder.customTransform("upper", in -> upper(in.value()))
                .customTransform("lower", in -> Literal.of(in.value().text().toLowerCase(Locale.ROOT)))
                .customTransform("full", Movings::full)
                .customTransform("department", Movings::department)
                .build();
    }

    private static Literal upper(Literal value) {
        return Literal.of(value.text().toUpperCase(Locale.ROOT));
    }

    private static Literal full(CustomInput in) {
        return Literal.of(upper(in.field("first_name")).text() + " "
                + in.field("last_name").text());
    }

    private static Literal department(CustomInput in) {
        List<String> names = LoadTables.DEPARTMENTS;
        return Literal.of(names.get(Integer.parseInt(in.value().text())));
    }
}
