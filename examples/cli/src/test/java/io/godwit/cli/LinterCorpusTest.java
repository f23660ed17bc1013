package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.godwit.Godwit;
import io.godwit.format.PluginSource;
import io.godwit.plan.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What public linters of migrations warn of, in our own cases: each must be found here too, and what they call safe must not. */
final class LinterCorpusTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> warned() {
        return Stream.of(
                // squawk
                sql(
                        "squawk: adding-not-nullable-field",
                        "postgresql",
                        "ALTER TABLE t ADD COLUMN c text NOT NULL",
                        "add-not-null-without-default"),
                sql(
                        "squawk: adding-not-nullable-field",
                        "postgresql",
                        "ALTER TABLE t ALTER COLUMN c SET NOT NULL",
                        "set-not-null"),
                sql(
                        "squawk: adding-serial-primary-key-field",
                        "postgresql",
                        "ALTER TABLE t ADD COLUMN id serial PRIMARY KEY",
                        "add-identity"),
                sql(
                        "squawk: ban-concurrent-index-creation-in-transaction",
                        "postgresql",
                        "CREATE INDEX CONCURRENTLY i ON t (c)",
                        "concurrent-in-transaction"),
                sql("squawk: ban-drop-column", "postgresql", "ALTER TABLE t DROP COLUMN c", "drop-column"),
                sql("squawk: ban-drop-database", "postgresql", "DROP DATABASE d", "drop-schema"),
                sql(
                        "squawk: ban-drop-not-null",
                        "postgresql",
                        "ALTER TABLE t ALTER COLUMN c DROP NOT NULL",
                        "drop-not-null"),
                sql("squawk: ban-drop-table", "postgresql", "DROP TABLE t", "drop-table"),
                sql("squawk: ban-truncate-cascade", "postgresql", "TRUNCATE t CASCADE", "truncate"),
                sql(
                        "squawk: changing-column-type",
                        "postgresql",
                        "ALTER TABLE t ALTER COLUMN c SET DATA TYPE bigint",
                        "change-type"),
                sql(
                        "squawk: constraint-missing-not-valid",
                        "postgresql",
                        "ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0)",
                        "add-check"),
                sql(
                        "squawk: adding-foreign-key-constraint",
                        "postgresql",
                        "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES u (id)",
                        "add-foreign-key"),
                sql(
                        "squawk: disallowed-unique-constraint",
                        "postgresql",
                        "ALTER TABLE t ADD CONSTRAINT k UNIQUE (c)",
                        "add-unique"),
                sql("squawk: renaming-column", "postgresql", "ALTER TABLE t RENAME COLUMN c TO d", "rename-column"),
                sql("squawk: renaming-table", "postgresql", "ALTER TABLE t RENAME TO u", "rename-table"),
                sql(
                        "squawk: require-concurrent-index-creation",
                        "postgresql",
                        "CREATE INDEX i ON t (c)",
                        "blocking-index"),
                sql("squawk: require-concurrent-index-deletion", "postgresql", "DROP INDEX i", "blocking-index"),
                operation(
                        "squawk: adding-field-with-default",
                        "postgresql",
                        column("\"type\": \"uuid\", \"default\": {\"expression\": \"gen_random_uuid()\"}"),
                        "volatile-default"),
                // strong_migrations
                operation(
                        "strong_migrations: removing a column",
                        "postgresql",
                        "{\"dropColumn\": {\"table\": \"t\", \"column\": \"c\"}}",
                        "drop-column"),
                operation(
                        "strong_migrations: renaming a table",
                        "sqlite",
                        "{\"renameTable\": {\"from\": \"t\", \"to\": \"u\"}}",
                        "rename-table"),
                operation(
                        "strong_migrations: renaming a column",
                        "postgresql",
                        "{\"renameColumn\": {\"table\": \"t\", \"from\": \"c\", \"to\": \"d\"}}",
                        "rename-column"),
                operation(
                        "strong_migrations: changing the type",
                        "postgresql",
                        "{\"changeType\": {\"table\": \"t\", \"column\": \"c\", \"type\": \"integer\"}}",
                        "change-type"),
                operation(
                        "strong_migrations: adding an auto-incrementing column",
                        "postgresql",
                        column("\"type\": \"bigint\", \"identity\": true"),
                        "add-identity"),
                operation(
                        "strong_migrations: adding a stored generated column",
                        "postgresql",
                        column("\"type\": \"integer\", \"generated\": {\"expression\": \"a + 1\", \"stored\": true}"),
                        "stored-generated"),
                operation(
                        "strong_migrations: adding a check constraint",
                        "postgresql",
                        "{\"addCheck\": {\"table\": \"t\", \"expression\": \"c > 0\"}}",
                        "add-check"),
                operation(
                        "strong_migrations: adding an index non-concurrently",
                        "postgresql",
                        "{\"createIndex\": {\"table\": \"t\", \"columns\": [\"c\"]}}",
                        "blocking-index"),
                operation("strong_migrations: adding a foreign key", "postgresql", FOREIGN_KEY, "add-foreign-key"),
                operation(
                        "strong_migrations: adding a unique constraint",
                        "postgresql",
                        "{\"addUnique\": {\"table\": \"t\", \"columns\": [\"c\"]}}",
                        "add-unique"),
                operation(
                        "strong_migrations: setting NOT NULL",
                        "postgresql",
                        "{\"setNotNull\": {\"table\": \"t\", \"column\": \"c\"}}",
                        "set-not-null"),
                operation(
                        "strong_migrations: backfilling data",
                        "postgresql",
                        column("\"type\": \"integer\"")
                                + ", {\"updateRows\": {\"table\": \"t\", \"set\": {\"x\": 1}, \"where\": \"x is null\"}}",
                        "backfill-in-ddl-transaction"),
                sql("strong_migrations: executing SQL directly", "mysql", "OPTIMIZE TABLE t", "engine-only-sql"),
                // django-migration-linter
                sql(
                        "django: NOT_NULL",
                        "mysql",
                        "ALTER TABLE `t` ADD COLUMN `c` int NOT NULL",
                        "add-not-null-without-default"),
                sql("django: DROP_COLUMN", "mysql", "ALTER TABLE `t` DROP COLUMN `c`", "drop-column"),
                sql("django: DROP_TABLE", "sqlite", "DROP TABLE \"t\"", "drop-table"),
                sql("django: RENAME_COLUMN", "mysql", "ALTER TABLE `t` RENAME COLUMN `c` TO `d`", "rename-column"),
                sql("django: RENAME_TABLE", "sqlite", "ALTER TABLE \"t\" RENAME TO \"u\"", "rename-table"),
                sql("django: ALTER_COLUMN", "mysql", "ALTER TABLE `t` MODIFY `c` varchar(10) NULL", "change-type"),
                sql(
                        "django: ADD_UNIQUE",
                        "postgresql",
                        "ALTER TABLE \"t\" ADD CONSTRAINT \"k\" UNIQUE (\"c\")",
                        "add-unique"),
                // atlas
                sql("atlas: DS101", "postgresql", "DROP SCHEMA s", "drop-schema"),
                operation("atlas: DS102", "mysql", "{\"dropTable\": {\"table\": \"t\"}}", "drop-table"),
                operation(
                        "atlas: DS103",
                        "postgresql",
                        "{\"dropColumn\": {\"table\": \"t\", \"column\": \"c\"}}",
                        "drop-column"),
                operation(
                        "atlas: MF101",
                        "mysql",
                        "{\"createIndex\": {\"table\": \"t\", \"columns\": [\"c\"], \"unique\": true}}",
                        "add-unique"),
                operation(
                        "atlas: MF103",
                        "mysql",
                        column("\"type\": \"integer\", \"nullable\": false"),
                        "add-not-null-without-default"),
                operation(
                        "atlas: MF104",
                        "postgresql",
                        "{\"setNotNull\": {\"table\": \"t\", \"column\": \"c\"}}",
                        "set-not-null"),
                sql("atlas: CD101", "mysql", "ALTER TABLE t DROP FOREIGN KEY k", "drop-foreign-key"),
                operation(
                        "atlas: PG104",
                        "postgresql",
                        "{\"addPrimaryKey\": {\"table\": \"t\", \"columns\": [\"c\"]}}",
                        "add-primary-key"),
                operation("atlas: MY, foreign keys copy", "mysql", FOREIGN_KEY, "mysql-copy-algorithm"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warned")
    void isFoundHereToo(String name, String engine, String step, String rule) throws IOException {
        assertThat(findings(engine, step)).contains(rule);
    }

    static Stream<Arguments> safe() {
        return Stream.of(
                sql(
                        "a constraint that is validated later",
                        "postgresql",
                        "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES u (id) NOT VALID",
                        ""),
                sql("its validation", "postgresql", "ALTER TABLE t VALIDATE CONSTRAINT k", ""),
                sql(
                        "a constraint on an index that is there",
                        "postgresql",
                        "ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX i",
                        ""),
                sql("a column that may be NULL", "postgresql", "ALTER TABLE t ADD COLUMN c text", ""),
                sql(
                        "a column with a constant default",
                        "mysql",
                        "ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 0",
                        ""),
                operation(
                        "a column with a default",
                        "postgresql",
                        column("\"type\": \"integer\", \"nullable\": false, \"default\": 0"),
                        ""),
                operation(
                        "a column that is filled with the time",
                        "postgresql",
                        column("\"type\": \"timestamptz\", \"default\": {\"expression\": \"now()\"}"),
                        ""),
                operation(
                        "an index where writers go on",
                        "mysql",
                        "{\"createIndex\": {\"table\": \"t\", \"columns\": [\"c\"]}}",
                        ""),
                operation(
                        "everything on a table of one's own",
                        "postgresql",
                        "{\"createTable\": {\"table\": \"own\", \"columns\": [{\"name\": \"id\", \"type\": \"integer\", \"primaryKey\": true}, {\"name\": \"c\", \"type\": \"text\"}]}}, {\"createIndex\": {\"table\": \"own\", \"columns\": [\"c\"], \"unique\": true}}, {\"setNotNull\": {\"table\": \"own\", \"column\": \"c\"}}",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("safe")
    void isSafeHereToo(String name, String engine, String step, String rule) throws IOException {
        assertThat(findings(engine, step)).isSubsetOf("engine-only-sql", "irreversible", rule);
    }

    private List<String> findings(String engine, String step) throws IOException {
        Files.writeString(
                folder.resolve("m.json"),
                "{\"format\": \"portable-migration-v1\", \"migration\": {\"id\": \"lint-1\", \"pluginId\": \"lint\", \"version\":"
                        + " \"1.0.0\", \"steps\": {\"up\": [" + step + "]}}}");
        return Godwit.offline(engine).plugins(PluginSource.directory(folder)).planUp().findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static final String FOREIGN_KEY =
            "{\"addForeignKey\": {\"table\": \"t\", \"columns\": [\"c\"], \"references\": {\"table\": \"u\", \"columns\": [\"id\"]}}}";

    private static String column(String attributes) {
        return "{\"addColumn\": {\"table\": \"t\", \"column\": {\"name\": \"x\", " + attributes + "}}}";
    }

    private static Arguments sql(String name, String engine, String text, String rule) {
        String json = text.replace("\"", "\\\"");
        return arguments(name, engine, "{\"id\": \"one\", \"sql\": {\"" + engine + "\": \"" + json + "\"}}", rule);
    }

    private static Arguments operation(String name, String engine, String operations, String rule) {
        return arguments(name, engine, "{\"id\": \"one\", \"operations\": [" + operations + "]}", rule);
    }
}
