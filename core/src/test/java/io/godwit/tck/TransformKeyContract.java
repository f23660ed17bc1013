package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whole numbers are the keys of most tables: whatever gaps they have, all rows are moved, and exactly these are taken out again. */
public interface TransformKeyContract extends EngineContract {

    private static String tables(List<Long> keys) {
        String rows = keys.stream()
                .map(key -> "{\"id\": %d, \"word\": \"w\"}".formatted(key))
                .collect(Collectors.joining(", "));
        return """
                {"id": "tables", "operations": [
                  {"createTable": {"table": "old", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}, {"name": "word", "type": "text"}]}},
                  {"createTable": {"table": "fresh", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}, {"name": "word", "type": "text"}]}},
                  {"insertRows": {"table": "old", "rows": [%s]}}]}""".formatted(rows);
    }

    private static String move(String more) {
        return """
                {"id": "move", "transform": {"source": "old", "target": "fresh", "batchSize": 4, "mapping": [
                  {"source": "id", "target": "id"}, {"source": "word", "target": "word"}]%s}}""".formatted(more);
    }

    /** @param own a key between the others, of a row that somebody else adds when they are moved */
    private void movedAndTakenOut(List<Long> keys, String more, List<Long> expected, long own) {
        Workbench bench = new Workbench(bench().database().another());
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", tables(keys));
            plugins.migration("crm-2", "1.1.0", move(more));
            Godwit godwit = plugins.on(bench.database().dataSource()).build();
            bench.expectAnything();
            godwit.migrate().orThrow();
            assertThat(numbers(bench)).isEqualTo(expected);
            bench.execute("INSERT INTO fresh (id, word) VALUES (" + own + ", 'own')");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(numbers(bench)).containsExactly(own);
        }
    }

    private static List<Long> numbers(Workbench bench) {
        return bench.rows("select id from fresh order by id").stream()
                .map(Long::parseLong)
                .toList();
    }

    @Test
    default void keysWithAndWithoutGapsAreMoved() {
        List<Long> keys = LongStream.rangeClosed(-6, 80)
                .filter(key -> key < 12 || key == 14 || key == 20 || key > 60)
                .boxed()
                .toList();
        movedAndTakenOut(keys, "", keys, 13);
    }

    @Test
    default void gapBehindRowsWithoutGapsIsFound() {
        List<Long> keys = LongStream.rangeClosed(1, 20)
                .filter(key -> key != 7 && key != 19)
                .boxed()
                .toList();
        movedAndTakenOut(keys, "", keys, 7);
    }

    @Test
    default void rowsThatTheFilterLeavesOutAreGaps() {
        List<Long> keys = LongStream.rangeClosed(1, 20).boxed().toList();
        List<Long> taken = keys.stream().filter(key -> key < 10 || key > 12).toList();
        movedAndTakenOut(keys, ", \"filter\": \"id < 10 OR id > 12\"", taken, 11);
    }

    @Test
    default void lowestAndHighestNumbersAreKeys() {
        List<Long> keys = LongStream.concat(
                        LongStream.rangeClosed(Long.MIN_VALUE + 1, Long.MIN_VALUE + 6),
                        LongStream.rangeClosed(Long.MAX_VALUE - 6, Long.MAX_VALUE))
                .boxed()
                .toList();
        movedAndTakenOut(keys, "", keys, 0);
    }
}
