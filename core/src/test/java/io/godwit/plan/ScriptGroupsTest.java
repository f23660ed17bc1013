package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.schema.Index;
import io.godwit.schema.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScriptGroupsTest {

    private static final TableName CITY = TableName.of("city");
    private static final OperationScript ROWS = script(new DeleteRows(CITY, null), "DELETE FROM city");
    private static final OperationScript TABLE = script(new DropTable(CITY, false, false), "DROP TABLE city");
    private static final OperationScript INDEX =
            script(new CreateIndex(CITY, Index.on("id"), false, false), "CREATE INDEX ix ON city (id)");
    private static final OperationScript NOTHING =
            new OperationScript(List.of(new DropTable(CITY, true, false)), List.of(), List.of(entry()));

    @Test
    void neighboursThatChangeRowsGoTogether() {
        assertThat(sizes(List.of(ROWS, ROWS, TABLE, ROWS, NOTHING, ROWS, ROWS))).containsExactly(2, 1, 1, 1, 2);
    }

    @Test
    void neighboursThatAreMadeOnceGoTogether() {
        assertThat(sizes(List.of(INDEX, INDEX, ROWS, INDEX, TABLE, INDEX))).containsExactly(2, 1, 1, 1, 1);
    }

    @Test
    void aTransactionHasAnEnd() {
        assertThat(sizes(Collections.nCopies(2500, ROWS))).containsExactly(1000, 1000, 500);
    }

    @Test
    void everyOperationKeepsItsInverse() {
        OperationScript group =
                new ScriptGroups(Collections.nCopies(3, ROWS)).grouped().get(0);
        assertThat(group.statements()).hasSize(3);
        assertThat(group.inverses()).hasSize(3);
    }

    private static Stream<Integer> sizes(List<OperationScript> scripts) {
        return new ScriptGroups(scripts)
                .grouped().stream().map(script -> script.operations().size());
    }

    private static OperationScript script(Operation operation, String sql) {
        return new OperationScript(List.of(operation), List.of(Statement.of(sql)), List.of(entry()));
    }

    private static JournalEntry entry() {
        return new JournalEntry(new Inverse(Undo.NONE, List.of(), "no way back"), Set.of());
    }
}
