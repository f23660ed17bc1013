package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import io.godwit.format.RandomOperations;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.schema.Column;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.OperationVocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TouchesTest implements OperationVocabulary {

    private static final CreateIndex UNNAMED = new CreateIndex(TableName.of("city"), Index.on("name"), false, false);

    @Test
    void everyOperationTouchesSomething() {
        assertThat(RandomOperations.ofEveryKind(7))
                .allSatisfy(operation ->
                        assertThat(OperationTouch.of(operation, List.of())).isNotEmpty());
    }

    @Test
    void whatIsMadeAndAlteredIsMadeAndEachIsSaidOnce() {
        UpdateRows update = new UpdateRows(TableName.of("person"), new Row(Map.of(Name.of("x"), Literal.of(1))), null);

        assertThat(touches(
                        createTable("city", Column.of("id", SimpleType.INTEGER)),
                        addColumn("city", Column.of("name", SimpleType.TEXT)),
                        UNNAMED,
                        update,
                        update,
                        renameTable("person", "people")))
                .hasToString("makes table city, index by_name of city; changes rows of table person;"
                        + " renames table person to people");
    }

    @Test
    void textThatNobodyReadsMayTouchAnything() {
        Step rows = Step.builder("rows").sql("fake", "DELETE FROM city").build();
        Step call = Step.builder("call").sql("fake", "CALL tidy()").build();

        assertThat(of(rows).all()).containsExactly(Touch.of(Touch.Effect.ROWS, Touch.Kind.TABLE, TableName.of("city")));
        assertThat(of(call)).hasToString("runs SQL text that is not looked into");
    }

    @Test
    void textThatQuotesAsOtherEnginesDoIsNoFailure() {
        String text = "DELETE FROM city WHERE name = 'it\\'s'; DROP TABLE town";
        Step quoted = Step.builder("q").sql("fake", text).build();

        assertThat(of(quoted)).hasToString("runs SQL text that is not looked into");
    }

    @Test
    void whatHasNothingToDoTouchesNothing() {
        OperationScript nothing = new OperationScript(
                List.of(dropTable("city")), List.of(), List.of(new JournalEntry(Inverse.exact(), Set.of())));

        assertThat(touches(List.of(nothing)).isEmpty()).isTrue();
    }

    private static Touches of(Step step) {
        return new SamplePlan()
                .up(Migration.builder("m", "crm", "1.0.0").step(step).build())
                .build()
                .migrations()
                .get(0)
                .touches();
    }

    /** The inverse knows the index by its name. */
    private static Touches touches(Operation... operations) {
        JournalEntry entry = new JournalEntry(
                Inverse.exact(new DropIndex(UNNAMED.table(), Name.of("by_name"), false, false)), Set.of());
        return touches(List.of(operations).stream()
                .map(operation ->
                        new OperationScript(List.of(operation), List.of(Statement.of("SELECT 1")), List.of(entry)))
                .toList());
    }

    private static Touches touches(List<OperationScript> scripts) {
        Step step = Step.of("step", List.of());
        return Touches.of(List.of(
                new StepPlan(step, scripts, null, null, null, true, true, Set.of(), new PluginDefinitions(), false)));
    }
}
