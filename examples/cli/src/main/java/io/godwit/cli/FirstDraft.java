package io.godwit.cli;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationReader;
import io.godwit.format.MigrationWriter;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A migration to start from: one table with the usual columns, which the author makes his own.
 *
 * @param pluginId the plugin
 * @param number its place in the plugin
 * @param version the plugin's version with it
 * @param name what it does, in words
 */
record FirstDraft(String pluginId, int number, Version version, String name) {

    private static final int LONGEST_SLUG = 60;

    String fileName() {
        return "%04d-%s.json".formatted(number, slug());
    }

    private String slug() {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut =
                slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG).replaceAll("-$", "") : slug;
        return cut.isEmpty() ? "migration" : cut;
    }

    /** @throws UsageException if the plugin's id cannot be one */
    String text() {
        try {
            return MigrationWriter.write(
                    new MigrationReader().read("", document().toString()));
        } catch (InvalidMigrationException e) {
            throw new UsageException(
                    e.problems().stream().map(Problem::message).distinct().collect(Collectors.joining("; ")));
        }
    }

    private Json document() {
        Json migration = new Json()
                .with("id", pluginId + "-" + "%04d".formatted(number) + "-" + slug())
                .with("pluginId", pluginId)
                .with("version", version)
                .with("name", name)
                .with("description", "Say what it is for, and make the steps your own.")
                .with("steps", new Json().with("up", List.of(step())));
        return new Json().with("format", Migration.FORMAT).with("migration", migration);
    }

    private Json step() {
        String schema = pluginId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String table = schema + "." + slug().replace('-', '_');
        Json createTable = new Json()
                .with("table", table)
                .with(
                        "columns",
                        List.of(
                                column("id", "bigint").with("identity", true).with("primaryKey", true),
                                column("name", "varchar(200)").with("nullable", false),
                                column("created_at", "timestamptz")
                                        .with("nullable", false)
                                        .with("default", new Json().with("expression", "now()"))));
        return new Json()
                .with("id", "create-" + slug())
                .with("operations", List.of(new Json().with("createTable", createTable)));
    }

    private static Json column(String name, String type) {
        return new Json().with("name", name).with("type", type);
    }
}
