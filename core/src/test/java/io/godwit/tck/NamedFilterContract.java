package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageWriter;
import io.godwit.engine.RowExport;
import io.godwit.failure.PlanRefusedException;
import io.godwit.format.PluginFilters;
import io.godwit.migration.OnConflict;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filters that a plugin declares: the rows of one user or of some days, with what they refer to. */
public interface NamedFilterContract extends EngineContract {

    String TABLES = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "crm.city", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "text"}]}},
              {"createTable": {"table": "crm.contact", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "owner", "type": "varchar(50)"}, {"name": "day", "type": "date"}, {"name": "at", "type": "timestamp"},
                {"name": "zoned", "type": "timestamptz"}, {"name": "paid", "type": "decimal(10,2)"}, {"name": "done", "type": "boolean"},
                {"name": "city", "type": "bigint", "references": {"table": "crm.city", "column": "id"}}]}},
              {"createTable": {"table": "crm.other", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}},
              {"insertRows": {"table": "crm.city", "rows": [{"id": 1, "name": "Bern"}, {"id": 2, "name": "Basel"}]}},
              {"insertRows": {"table": "crm.other", "rows": [{"id": 1}]}},
              {"insertRows": {"table": "crm.contact", "rows": [
                {"id": -1, "owner": "O'Neill", "day": "2024-02-29", "at": "2024-02-29T12:00:00", "zoned": "2024-02-29T12:00:00Z",
                  "paid": "1.50", "done": true, "city": 2},
                {"id": 2, "owner": "a\\\\b", "day": "2024-03-01", "at": "2024-03-01T00:00:00", "zoned": "2024-03-01T00:00:00Z",
                  "paid": "2.50", "done": false, "city": 1},
                {"id": 3, "owner": "Zoë", "day": null, "city": null}]}}]}""";

    String FILTERS = """
            {"format": "godwit-plugin-v1", "pluginId": "crm", "filters": {
              "by-owner": {"parameters": {"owner": "text"}, "tables": {"crm.contact": "owner = :owner"}},
              "by-owners": {"parameters": {"owners": "list(text)"}, "tables": {"crm.contact": "owner IN (:owners)"}},
              "by-id": {"parameters": {"ids": "list(integer)"}, "tables": {"crm.contact": "id IN (:ids)"}},
              "days": {"parameters": {"from": "date", "to": "date"},
                "tables": {"crm.contact": "day >= :from AND day < :to -- ends before it"}},
              "moments": {"parameters": {"at": "timestamp", "zoned": "timestamptz", "sum": "decimal", "done": "boolean"},
                "tables": {"crm.contact": "at = :at AND zoned = :zoned AND paid = :sum AND done = :done"}},
              "lost": {"tables": {"crm.nowhere": "id = 1"}}}}""";

    private PluginFolder filtering() {
        PluginFolder plugins =
                PluginFolder.create().migration("crm-1", "1.0.0", TABLES).file("plugin.json", FILTERS);
        on(plugins).build().migrate().orThrow();
        return plugins;
    }

    /** What each table has of it, such as {@code crm.contact 1}. */
    private List<String> exported(
            Godwit godwit, RowFiles files, List<String> filters, Map<String, List<String>> values) {
        godwit.rows().export(godwit.rows().filtered(RowExport.ofPlugin("crm"), filters, values), files.at("rows.zip"));
        return godwit.rows().read(files.at("rows.zip")).tables().stream()
                .map(table -> table.name() + " " + table.rows())
                .sorted()
                .toList();
    }

    @Test
    default void aNamedFilterTakesItsRowsAndWhatTheyReferTo() {
        try (PluginFolder plugins = filtering();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            assertThat(exported(godwit, files, List.of("by-owner"), Map.of("owner", List.of("O'Neill"))))
                    .containsExactly("crm.city 1", "crm.contact 1");
            assertThat(exported(godwit, files, List.of("by-owner"), Map.of("owner", List.of("a\\b"))))
                    .containsExactly("crm.city 1", "crm.contact 1");
            assertThat(exported(godwit, files, List.of("by-owner"), Map.of("owner", List.of("x' OR '1'='1"))))
                    .containsExactly("crm.city 0", "crm.contact 0");
            assertThat(exported(godwit, files, List.of("by-owners"), Map.of("owners", List.of("O'Neill", "Zoë"))))
                    .containsExactly("crm.city 1", "crm.contact 2");
            assertThat(exported(godwit, files, List.of("by-id"), Map.of("ids", List.of("-1", "2"))))
                    .containsExactly("crm.city 2", "crm.contact 2");
            assertThat(exported(
                            godwit,
                            files,
                            List.of("days", "by-id"),
                            Map.of(
                                    "from",
                                    List.of("2024-02-29"),
                                    "to",
                                    List.of("2024-03-02"),
                                    "ids",
                                    List.of("2", "3"))))
                    .as("both hold")
                    .containsExactly("crm.city 1", "crm.contact 1");
            assertThat(exported(
                            godwit,
                            files,
                            List.of("moments"),
                            Map.of(
                                    "at", List.of("2024-02-29T12:00:00"),
                                    "zoned", List.of("2024-02-29T13:00:00+01:00"),
                                    "sum", List.of("1.5"),
                                    "done", List.of("true"))))
                    .containsExactly("crm.city 1", "crm.contact 1");
            assertThat(godwit.rows()
                            .importFrom(files.at("rows.zip"), OnConflict.SKIP)
                            .rows())
                    .isEqualTo(2);
        }
    }

    @Test
    default void namedFiltersThatAreNotWhatTheyShouldBeAreRefused() {
        try (PluginFolder plugins = filtering();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            assertThatThrownBy(() -> exported(godwit, files, List.of("by-ownr"), Map.of("own", List.of("x"))))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("did you mean 'by-owner", "no parameter 'own'", "Nothing was exported");
            assertThatThrownBy(() -> exported(godwit, files, List.of("days"), Map.of("from", List.of("29.2.2024"))))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("'from'", "'29.2.2024' is no date, such as 2024-02-29");
            assertThatThrownBy(() -> exported(godwit, files, List.of("lost"), Map.of()))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("crm.nowhere");
            assertThat(files.names()).isEmpty();
        }
    }

    @Test
    default void namedFiltersTravelInPackagesAndChooseTheirRows() throws IOException {
        try (PluginFolder plugins = filtering();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            RowExport asked =
                    godwit.rows().filtered(RowExport.ofPlugin("crm"), List.of("by-id"), Map.of("ids", List.of("2")));
            assertThat(godwit.packages()
                            .pack(
                                    PackageWriter.of("crm", plugins.source()),
                                    asked,
                                    files.at("crm.zip"),
                                    ArchiveFormat.ZIP)
                            .rows())
                    .isEqualTo(2);
            assertThat(PluginFilters.of(
                                    new PackageReader()
                                            .read(files.at("crm.zip"))
                                            .source()
                                            .documents(),
                                    "crm")
                            .all())
                    .containsKeys("by-id", "days");
        }
    }
}
