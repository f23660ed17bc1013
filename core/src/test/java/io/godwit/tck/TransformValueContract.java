package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.tck.harness.PluginFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is no value of the type that a mapping wants is a row that fails, never another value or NULL. */
public interface TransformValueContract extends EngineContract {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "integer; cast; integer; 42; 4x|1.5|0x|''|12 13|99999999999",
                "bigint; cast; bigint; -9223372036854775808; 9223372036854775808|one|1e|''",
                "decimal(10,2); cast; decimal(10,2); 1e3; ten|1,5|''",
                "double; cast; double precision; -1.5e2; ten|1.5.2|''",
                "boolean; cast; boolean; yes; maybe|''|2|truefalse",
                "date; cast; date; 2024-02-29; 2023-02-29|29.02.2024x|''|2024-13-01|0000-01-01",
                "timestamp; cast; timestamp; 2024-02-29 23:59:59.5; 2024-02-30 00:00:00|2024-02-29 25:00:00|soon|''",
                "uuid; cast; uuid; A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11; a0ee|''|g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                "date; to_date; DD.MM.YYYY; 29.02.2024; 30.02.2024|x|32.01.2024",
                "timestamptz; to_timestamp; YYYY-MM-DD HH24:MI:SS; 2024-02-29 12:00:00; 2024-02-30 12:00:00|x|2024-01-01 25:00:00",
            })
    default void textThatIsNoSuchValueFails(String type, String function, String parameter, String good, String bad) {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "tables", "operations": [
                      {"createTable": {"table": "given", "columns": [{"name": "id", "type": "integer", "primaryKey": true}, {"name": "v", "type": "text"}]}},
                      {"createTable": {"table": "made", "columns": [{"name": "id", "type": "integer", "primaryKey": true}, {"name": "v", "type": "%s"}]}}]}""".formatted(type));
            Godwit godwit = on(plugins).build();
            godwit.migrate().orThrow();
            String[] wrong = bad.split("\\|", -1);
            bench().execute("insert into given (id, v) values (1, '" + good + "')");
            bench().execute("insert into given (id, v) values (2, NULL)");
            for (int index = 0; index < wrong.length; index++) {
                String text = wrong[index].equals("''") ? "" : wrong[index];
                bench().execute("insert into given (id, v) values (" + (index + 3) + ", '" + text + "')");
            }
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "move", "transform": {"source": "given", "target": "made", "onError": "skip", "mapping": [{"source": "id", "target": "id"},
                      {"source": "v", "target": "v", "transform": {"type": "function", "definition": "%s", "parameters": ["%s"]}}]}}""".formatted(function, parameter));
            godwit.migrate().orThrow();
            assertThat(rows("select id from made order by id")).containsExactly("1", "2");
            assertThat(rows("select id from made where v is null")).containsExactly("2");
            assertThat(rows("select source_key from godwit_rejected")).hasSize(wrong.length);
        }
    }
}
