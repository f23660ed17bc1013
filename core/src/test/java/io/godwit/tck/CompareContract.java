package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.godwit.Godwit;
import io.godwit.compare.CompareOptions;
import io.godwit.compare.ComparedMigration;
import io.godwit.compare.ComparedMigration.Standing;
import io.godwit.compare.ComparedTable;
import io.godwit.compare.Comparison;
import io.godwit.compare.Difference;
import io.godwit.compare.Way;
import io.godwit.engine.RowExport;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.HistoryReader;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.Workbench;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two databases beside each other: nothing is said to differ that does not, everything that does is found, and neither is changed. */
public interface CompareContract extends EngineContract {

    String WORLD = """
            {"id": "world", "operations": [
              {"createTable": {"table": "country", "comment": "it's <b>", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
                {"name": "name", "type": "varchar(40)", "nullable": false, "unique": true}]}},
              {"createTable": {"table": "city", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(100)", "nullable": false, "default": "it's new"},
                {"name": "size", "type": "integer", "check": "size >= 0"},
                {"name": "price", "type": "decimal(12,2)", "default": 1.50},
                {"name": "huge", "type": "decimal(30,10)"},
                {"name": "ref", "type": "uuid"},
                {"name": "state", "type": "enum('new','done')", "default": "new"},
                {"name": "tags", "type": "json", "default": {"a": 1}},
                {"name": "list", "type": "array(text)"},
                {"name": "seen", "type": "timestamptz", "default": {"expression": "now()"}},
                {"name": "day", "type": "date", "default": "2024-02-29"},
                {"name": "gone", "type": "boolean", "nullable": false, "default": false},
                {"name": "raw", "type": "bytes"},
                {"name": "small", "type": "smallint"},
                {"name": "ssn", "type": "text", "sensitive": true},
                {"name": "loud", "type": "varchar(100)", "generated": {"expression": "upper(name)", "stored": true}},
                {"name": "country_id", "type": "bigint"}]}},
              {"addForeignKey": {"table": "city", "columns": ["country_id"], "name": "of_country",
                "references": {"table": "country", "columns": ["id"]}, "onDelete": "cascade"}},
              {"addUnique": {"table": "city", "columns": ["name", "size"], "name": "once"}},
              {"createIndex": {"table": "city", "columns": ["size", {"name": "name", "order": "desc"}], "name": "by_size"}},
              {"createView": {"name": "big", "query": "select id, name from city where size > 10"}},
              {"createTrigger": {"name": "noted", "table": "city", "timing": "before", "events": ["update"],
                "set": {"seen": {"expression": "now()"}}}},
              {"insertRows": {"table": "country", "rows": [{"id": 1, "name": "Zürich 🏔"}]}},
              {"insertRows": {"table": "city", "rows": [
                {"id": 1, "name": "Bern", "size": 3, "price": "12.30", "huge": "12345678901234567890.5", "tags": {"b": [2.50], "a": "é"},
                 "list": ["a", "b"], "seen": "2024-01-01T00:00:00+02:00", "gone": true, "ssn": "never-shown", "country_id": 1},
                {"id": 2, "name": "", "seen": "2024-01-01T00:00:00Z"}]}}]}""";

    String PEOPLE = """
            {"id": "people", "operations": [
              {"createTable": {"table": "person", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}}]}""";

    private static PluginFolder world() {
        return PluginFolder.create().migration("crm-1", "1.0.0", WORLD);
    }

    private Workbench other() {
        return new Workbench(bench().database().another());
    }

    private Godwit migrated(PluginFolder plugins, Workbench other) {
        plugins.on(other.database().dataSource()).build().migrate();
        Godwit godwit = on(plugins).build();
        godwit.migrate();
        return godwit;
    }

    private static Comparison compared(Godwit godwit, Workbench other, CompareOptions options) {
        return godwit.comparisons().with(other.database().dataSource(), options);
    }

    private static List<String> words(Comparison comparison) {
        return comparison.differences().stream().map(Difference::toString).toList();
    }

    private static List<Boolean> sameRows(Comparison comparison) {
        return comparison.tables().stream().map(ComparedTable::isSame).toList();
    }

    @Test
    default void databasesOfTheSameMigrationsAreEqual() {
        try (PluginFolder plugins = world();
                Workbench other = other()) {
            Comparison comparison = compared(migrated(plugins, other), other, CompareOptions.SCHEMA.withContent());
            assertThat(words(comparison)).isEmpty();
            assertThat(comparison.uncompared()).isEmpty();
            assertThat(comparison.migrations())
                    .extracting(ComparedMigration::migrationId, ComparedMigration::standing)
                    .containsExactly(tuple("crm-1", Standing.SAME));
            assertThat(comparison.tables())
                    .extracting(ComparedTable::table, table -> table.here().rows(), ComparedTable::leftOut)
                    .containsExactly(tuple("city", 2L, List.of("ssn")), tuple("country", 1L, List.of()));
            assertThat(comparison.isEqual()).isTrue();
            assertThat(comparison.toJson()).contains("\"equal\" : true").doesNotContain("godwit_", "never-shown");
        }
    }

    @Test
    default void everyKindOfDifferenceIsFound() {
        try (PluginFolder plugins = world();
                Workbench other = other()) {
            Godwit godwit = migrated(plugins, other);
            other.expectAnything();
            other.apply(
                    dropIndex("city", "by_size"),
                    dropConstraint("city", "of_country"),
                    dropConstraint("city", "once"),
                    setDefault("city", "price", 2),
                    dropDefault("city", "day"),
                    dropTrigger("city", "noted"),
                    addColumn("city", column("more", text())),
                    addCheck("city", check("positive", "size > 0")),
                    comment("country", null, "another"),
                    createTable("only", key("id")),
                    dropView("big"));
            other.apply(
                    addForeignKey(
                            "city",
                            foreignKey("country_id", "country", "id", ReferentialAction.SET_NULL)
                                    .named(Name.of("of_country"))),
                    changeType("city", "small", integer()),
                    setNotNull("city", "price", 0));
            Comparison comparison = compared(godwit, other, CompareOptions.SCHEMA);
            assertThat(words(comparison))
                    .contains(
                            "index by_size of city is only here",
                            "unique key once of city is only here",
                            "foreign key of_country of city: on delete cascade here, set null there",
                            "column price of city: default 1.5 here, 2 there",
                            "column price of city: nullable yes here, no there",
                            "column day of city: default '2024-02-29' here, none there",
                            "column small of city: type smallint here, integer there",
                            "trigger noted of city is only here",
                            "column more of city is only there",
                            "check positive of city is only there",
                            "table country: comment it's <b> here, another there",
                            "table only is only there",
                            "view big is only here")
                    .hasSize(13);
            assertThat(comparison.isEqual()).isFalse();
            Comparison narrow = compared(godwit, other, CompareOptions.SCHEMA.ofTables(List.of("country")));
            assertThat(words(narrow)).containsExactly("table country: comment it's <b> here, another there");
            assertThat(words(compared(godwit, other, CompareOptions.SCHEMA.ofPlugin("crm"))))
                    .as("nobody's table is not the plugin's")
                    .hasSize(12);
        }
    }

    @Test
    default void whatHistoriesRecordIsSetBesideEachOther() {
        try (PluginFolder plugins = world();
                PluginFolder others = world();
                Workbench other = other()) {
            plugins.migration("crm-2", "1.1.0", PEOPLE)
                    .document(
                            "hr", "hr-1", "1.0.0", "\"steps\": {\"up\": [" + PEOPLE.replace("person", "staff") + "]}");
            others.migration("crm-2", "1.1.0", PEOPLE.replace("integer", "bigint"))
                    .migration("crm-3", "1.2.0", PEOPLE.replace("person", "visitor"));
            others.on(other.database().dataSource()).build().migrate();
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            Comparison comparison = compared(godwit, other, CompareOptions.SCHEMA);
            assertThat(comparison.migrations().stream()
                            .map(migration -> migration.migrationId() + " "
                                    + migration.standing().words()))
                    .containsExactly("crm-1 the same", "crm-2 another content", "crm-3 only there", "hr-1 only here");
            assertThat(words(comparison))
                    .containsExactly(
                            "column id of person: type integer here, bigint there",
                            "table staff is only here",
                            "table visitor is only there");
            assertThat(compared(godwit, other, CompareOptions.SCHEMA.ofPlugin("hr"))
                            .migrations())
                    .hasSize(1);
        }
    }

    @Test
    default void comparingWritesNothingAndNeedsNoHistory() throws SQLException {
        try (PluginFolder plugins = world();
                Workbench other = other()) {
            Godwit owner = on(plugins).build();
            owner.migrate();
            other.apply(createTable(
                    "country",
                    identity("id"),
                    column("name", varchar(40)).notNull().withUnique(true)));
            Godwit reader = plugins.on(bench().database().reader()).build();
            Comparison comparison =
                    reader.comparisons().with(other.database().reader(), CompareOptions.SCHEMA.withContent());
            assertThat(comparison.here().history()).isTrue();
            assertThat(comparison.there().history()).isFalse();
            assertThat(comparison.migrations())
                    .extracting(ComparedMigration::standing)
                    .containsExactly(Standing.ONLY_HERE);
            assertThat(words(comparison))
                    .containsExactly(
                            "table city is only here",
                            "table country: comment it's <b> here, none there",
                            "view big is only here");
            assertThat(comparison.tables())
                    .singleElement()
                    .matches(table -> table.here().rows() == 1 && table.there().rows() == 0 && !table.isSame());
            assertThat(new HistoryReader(dialect(), other.connection()).isThere())
                    .isFalse();
            assertThat(owner.history()).as("no entry was added").hasSize(1);
        }
    }

    @Test
    default void digestsAreThoseOfExports() {
        try (PluginFolder plugins = world();
                Workbench other = other();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = migrated(plugins, other);
            CompareOptions content = CompareOptions.SCHEMA.withContent();
            godwit.rows().export(RowExport.ofTables("city"), files.at("city"));
            ComparedTable city = compared(godwit, other, content).tables().get(0);
            assertThat(files.manifest("city")).contains("\"" + city.here().digest() + "\"");

            other.apply(dropTrigger("city", "noted"));
            other.apply(update("city", row("ssn", "another"), "id = 1"));
            assertThat(sameRows(compared(godwit, other, content)))
                    .as("what is sensitive has no part in it")
                    .containsExactly(true, true);
            assertThat(sameRows(compared(godwit, other, content.including("city.ssn"))))
                    .containsExactly(false, true);
            other.apply(update("city", row("ssn", "never-shown", "name", "Berne"), "id = 1"));
            assertThat(sameRows(compared(godwit, other, content))).containsExactly(false, true);
            CompareOptions rows = CompareOptions.SCHEMA.withRows();
            assertThat(sameRows(compared(godwit, other, rows))).containsExactly(true, true);
            other.apply(delete("city", "id = 2"));
            assertThat(sameRows(compared(godwit, other, rows))).containsExactly(false, true);
        }
    }

    String STREETS = """
            {"id": "streets", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "mayor", "type": "varchar(50)", "nullable": false, "default": "nobody"}}},
              {"createTable": {"table": "street", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                {"name": "city", "type": "bigint", "references": {"table": "city", "column": "id"}}]}},
              {"createIndex": {"table": "city", "columns": ["mayor"], "name": "by_mayor"}},
              {"dropIndex": {"table": "city", "name": "by_size"}}]}""";

    String KINGS = """
            {"id": "kings", "sql": {"universal": "ALTER TABLE country ADD COLUMN king varchar(10); CREATE VIEW kings AS SELECT king FROM country"}}""";

    /** Each difference is explained by the migration that makes it, and the plans do away with all but what nobody explains. */
    @Test
    default void plansBringTheOtherDatabaseToThisOne() {
        try (PluginFolder plugins = world();
                PluginFolder others = world();
                Workbench other = other()) {
            plugins.migration("crm-2", "1.1.0", STREETS);
            others.migration("crm-3", "1.2.0", KINGS);
            Godwit there = others.on(other.database().dataSource()).build();
            there.migrate();
            other.expectAnything();
            other.apply(
                    setDefault("city", "price", 2),
                    createIndex("city", index("price").withName(Name.of("drifted"))));
            Godwit here = on(plugins).build();
            here.migrate();

            Comparison comparison = compared(here, other, CompareOptions.SCHEMA);
            assertThat(comparison.differences().stream()
                            .map(difference -> difference.subject() + " " + difference.explainedBy()))
                    .containsExactlyInAnyOrder(
                            "column mayor of city [crm-2]",
                            "column price of city []",
                            "index by_mayor of city [crm-2]",
                            "index by_size of city [crm-2]",
                            "index drifted of city []",
                            "column king of country [crm-3]",
                            "table street [crm-2]",
                            "view kings [crm-3]");
            assertThat(comparison.ways())
                    .extracting(Way::kind, Way::commands, Way::reason)
                    .containsExactly(
                            tuple(Way.Kind.ROLLBACK, List.of("rollback --plugin crm --to-migration crm-1"), ""),
                            tuple(Way.Kind.MIGRATE, List.of("migrate --plugin crm@1.1.0"), ""));
            assertThat(comparison.toJson()).contains("\"ways\"", "\"undo\"");

            there.execute(Objects.requireNonNull(comparison.ways().get(0).plan()));
            Way rest = compared(here, other, CompareOptions.SCHEMA).ways().get(0);
            there.execute(Objects.requireNonNull(rest.plan()));

            Comparison after = compared(here, other, CompareOptions.SCHEMA);
            assertThat(after.otherMigrations()).isEmpty();
            assertThat(after.ways()).isEmpty();
            assertThat(words(after))
                    .containsExactly(
                            "column price of city: default 1.5 here, 2 there", "index drifted of city is only there");
            assertThat(after.unexplained()).hasSize(2);
        }
    }

    @Test
    default void whatNoRollbackTakesAloneIsSaid() {
        try (PluginFolder plugins = world();
                PluginFolder others = world();
                Workbench other = other()) {
            plugins.migration("crm-3", "1.2.0", PEOPLE);
            others.migration("crm-2", "1.1.0", KINGS).migration("crm-3", "1.2.0", PEOPLE);
            others.on(other.database().dataSource()).build().migrate();
            Godwit here = on(plugins).build();
            here.migrate();
            assertThat(compared(here, other, CompareOptions.SCHEMA).ways())
                    .singleElement()
                    .satisfies(way -> {
                        assertThat(way.plan()).isNull();
                        assertThat(way.commands()).isEmpty();
                        assertThat(way.reason()).contains("No rollback takes crm-2 back alone", "crm-3");
                    });
        }
    }

    @Test
    default void aPageOfHtmlShowsNamesAsTheyAre() {
        try (PluginFolder plugins = world();
                Workbench other = other()) {
            plugins.migration("crm-2", "1.1.0", STREETS);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            other.apply(createTable("country", identity("id"), column("<script>alert(1)</script>", text())));
            String html =
                    compared(godwit, other, CompareOptions.SCHEMA.withContent()).toHtml();
            assertThat(html)
                    .contains(
                            "&lt;script&gt;alert(1)&lt;/script&gt;",
                            "it&#39;s &lt;b&gt;",
                            "They differ.",
                            "default-src &#39;none&#39;")
                    .doesNotContain("<script", "<b>");
        }
    }

    @Test
    default void whatCannotBeComparedIsRefusedByName() {
        try (PluginFolder plugins = world();
                Workbench other = other()) {
            Godwit godwit = migrated(plugins, other);
            assertThatThrownBy(
                            () -> compared(godwit, other, CompareOptions.SCHEMA.ofTables(List.of("city", "nowhere"))))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("there is no table nowhere, neither here nor there");
            assertThatThrownBy(() -> compared(godwit, other, CompareOptions.SCHEMA.ofPlugin("nobody")))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("nobody");
            assertThatThrownBy(() -> compared(
                            godwit, other, CompareOptions.SCHEMA.withContent().including("city.nothing")))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("city.nothing");
            assertThatThrownBy(() -> godwit.comparisons()
                            .with(
                                    new OneMethodDataSource(() -> {
                                        throw new SQLException("nobody is at home", "08001");
                                    }),
                                    CompareOptions.SCHEMA))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("there")
                    .hasMessageContaining("nobody is at home");
        }
    }
}
