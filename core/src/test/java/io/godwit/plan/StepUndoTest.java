package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepUndoTest {

    private static final Step STEP =
            Step.builder("rows").sql("fake", "DELETE FROM city").build();

    @Test
    void whatIsDerivedIsSaid() {
        assertThat(undo(Direction.UP, migration(), Inverse.none("rows are gone")))
                .hasToString("none (rows are gone)");
        assertThat(undo(Direction.UP, migration(), Inverse.exact())).hasToString("exact");
    }

    @Test
    void anIrreversibleMigrationIsNotTakenBack() {
        assertThat(undo(Direction.UP, migration().irreversible("mail was sent"), Inverse.exact()))
                .hasToString("none (the migration is irreversible: mail was sent)");
    }

    @Test
    void aWrittenWayBackIsOneThoughNobodyKnowsHowGood() {
        MigrationBuilder written = migration().downStep("back");

        assertThat(undo(Direction.UP, written, Inverse.none("rows are gone")))
                .hasToString("lossy (steps.down takes it back, as its author wrote it; by itself, rows are gone)");
        assertThat(undo(Direction.UP, written, Inverse.exact())).hasToString("exact");
    }

    @Test
    void whatIsTakenBackCanBeAppliedAgain() {
        assertThat(undo(Direction.DOWN, migration(), Inverse.none("rows are gone")))
                .hasToString("lossy (rows are gone)");
    }

    private static MigrationBuilder migration() {
        return Migration.builder("m", "crm", "1.0.0").step(STEP);
    }

    private static StepUndo undo(Direction direction, MigrationBuilder migration, Inverse inverse) {
        StepPlan step = SamplePlan.step(STEP, inverse);
        return new MigrationPlan(migration.build(), direction, List.of(step), Handling.RUN, "", false).undo(step);
    }
}
