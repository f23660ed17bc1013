package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.RandomOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random steps on a small schema with rows: the database is what they say, and taking them back brings back what was there. */
public interface RandomUndoContract extends DialectContract {

    /** The number of the repetition is the seed: a failure comes again. */
    @RepeatedTest(60)
    default void randomStepsGoUpAndDownAndUp(RepetitionInfo repetition) {
        RandomOperations random = new RandomOperations(
                new Random(repetition.getCurrentRepetition()), dialect().naming());
        apply(random.start());
        for (int round = 0; round < 2; round++) {
            Operation[] step = random.step(bench().live()).toArray(Operation[]::new);
            List<String> before = rowsOf(random.names());
            apply(step);
            boolean exact = bench().lastIsExact();
            assertThat(bench().undoLast())
                    .as("what the way back leaves different")
                    .isEmpty();
            if (exact) {
                assertThat(rowsOf(random.names())).isEqualTo(before);
            }
            apply(step);
        }
    }

    private List<String> rowsOf(List<TableName> names) {
        List<String> rows = new ArrayList<>();
        names.stream()
                .map(bench().live()::table)
                .flatMap(Optional::stream)
                .forEach(table -> rows.addAll(rowsOf(table)));
        return rows;
    }

    private List<String> rowsOf(Table table) {
        String columns = table.columns().stream()
                .map(Column::name)
                .sorted()
                .map(dialect().syntax()::name)
                .collect(Collectors.joining(", "));
        return bench().rowsOf(
                        "select " + columns + " from " + dialect().syntax().table(table.name()) + " order by "
                                + dialect().syntax().name(Name.of("id")));
    }
}
