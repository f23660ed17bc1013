package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.GodwitException;
import io.godwit.plan.RollbackTarget;
import io.godwit.schema.Literal;
import io.godwit.tck.harness.PluginFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sensitive column holds is neither in what is kept of rows that fail nor in what is said of them. */
public interface SensitiveTransformContract extends EngineContract {

    String SECRET = "canary-4711";

    private Godwit begun(PluginFolder plugins) {
        plugins.migration("crm-1", "1.0.0", """
                {"id": "tables", "operations": [
                  {"createTable": {"table": "person", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                    {"name": "name", "type": "text"}, {"name": "pin", "type": "text", "sensitive": true}]}},
                  {"createTable": {"table": "contact", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                    {"name": "name", "type": "varchar(40)"}, {"name": "pin", "type": "varchar(40)", "unique": true}]}},
                  {"createTable": {"table": "safe", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                    {"name": "code", "type": "integer", "sensitive": true}]}}]}""");
        Godwit godwit = on(plugins)
                .customTransform("doubting", row -> {
                    if (row.value().text().equals(SECRET)) {
                        throw new IllegalArgumentException(
                                "cannot take " + row.value().text());
                    }
                    return Literal.of(row.value().text());
                })
                .build();
        godwit.migrate().orThrow();
        bench().execute("insert into person (id, name, pin) values (1, 'ada', 'open')");
        bench().execute("insert into person (id, name, pin) values (2, 'bob', '" + SECRET + "')");
        bench().execute("insert into contact (id, name, pin) values (9, 'old', '" + SECRET + "')");
        return godwit;
    }

    private static void write(PluginFolder plugins, String source, String target, String mapping, String more) {
        plugins.migration("crm-2", "1.1.0", """
                {"id": "move", "transform": {"source": %s, "target": "%s", "mapping": [{"source": "id", "target": "id"}, %s]%s}}""".formatted(source, target, mapping, more));
    }

    private void saysNothing(Godwit godwit) {
        StringWriter told = new StringWriter();
        assertThatThrownBy(() -> godwit.migrate().orThrow()).isInstanceOfSatisfying(GodwitException.class, failure -> {
            failure.printStackTrace(new PrintWriter(told, true));
        });
        assertThat(told.toString()).doesNotContain(SECRET);
        isNotInTheTrail();
    }

    private void isNotInTheTrail() {
        assertThat(rows("select detail from godwit_audit where detail is not null")
                        .toString())
                .doesNotContain(SECRET);
    }

    @Test
    default void rowThatIsLeftOutIsKeptWithItsSensitiveValuesMasked() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            String mapping = "{\"source\": \"name\", \"target\": \"name\"}, {\"source\": \"pin\", \"target\": \"pin\"}";
            write(plugins, "\"person\"", "contact", mapping, ", \"onError\": \"skip\"");
            assertThat(godwit.migrate().orThrow().toString()).doesNotContain(SECRET);
            isNotInTheTrail();
            assertThat(rows("select id, name from contact order by id")).containsExactly("1, ada", "9, old");
            List<String> left = rows("select source_key, source_row, reason from godwit_rejected");
            assertThat(left).hasSize(1);
            assertThat(left.get(0)).contains("[2]", "bob", "***").doesNotContain(SECRET);
        }
    }

    @Test
    default void failureSaysNothingThatIsSensitive() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            write(plugins, "\"person\"", "contact", "{\"source\": \"pin\", \"target\": \"pin\"}", "");
            saysNothing(godwit);
        }
    }

    @Test
    default void wordsOfTheHostsOwnCodeAreMaskedToo() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            String mapping =
                    "{\"source\": \"pin\", \"target\": \"pin\", \"transform\": {\"type\": \"custom\", \"definition\": \"doubting\"}}";
            write(plugins, "\"person\"", "contact", mapping, "");
            saysNothing(godwit);
        }
    }

    @Test
    default void fieldOfAFileThatFillsASensitiveColumnIsMasked() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            plugins.file("data/safe.csv", "id,secret\n1,7\n2," + SECRET + "\n");
            write(
                    plugins,
                    "{\"file\": \"data/safe.csv\"}",
                    "safe",
                    "{\"source\": \"secret\", \"target\": \"code\"}",
                    ", \"onError\": \"skip\"");
            assertThat(godwit.migrate().orThrow().toString()).doesNotContain(SECRET);
            isNotInTheTrail();
            assertThat(rows("select id, code from safe")).containsExactly("1, 7");
            assertThat(rows("select source_row, reason from godwit_rejected").toString())
                    .contains("***")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    default void fieldOfAFileThatStopsTheRunIsMasked() {
        for (String name :
                List.of("\"id\"", "\"id\", \"transform\": {\"type\": \"function\", \"definition\": \"abs\"}")) {
            try (PluginFolder plugins = PluginFolder.create()) {
                Godwit godwit = begun(plugins);
                plugins.file("data/safe.csv", "id,secret\n1,7\n2," + SECRET + "\n");
                plugins.migration("crm-2", "1.1.0", """
                        {"id": "move", "transform": {"source": {"file": "data/safe.csv"}, "target": "safe", "mapping": [
                          {"target": "id", "source": %s}, {"source": "secret", "target": "code"}]}}""".formatted(name));
                saysNothing(godwit);
                godwit.rollback("crm", RollbackTarget.everything()).orThrow();
            }
        }
    }

    @Test
    default void countingBeforehandShowsNoKeyThatIsSensitive() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "move", "transform": {"source": "person", "target": "contact", "key": ["pin"], "mapping": [
                      {"source": "id", "target": "id"}, {"source": "pin", "target": "pin"}],
                      "validation": [{"field": "id", "rule": "id < 2", "message": "too large"}]}}""");
            String findings = godwit.checkData(godwit.planAll()).findings().toString();
            assertThat(findings).contains("row [***]: id: too large").doesNotContain(SECRET);
        }
    }
}
