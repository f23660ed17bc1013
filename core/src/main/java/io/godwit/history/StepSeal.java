package io.godwit.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What a row of {@code godwit_step} proves of itself: no entry of the audit trail tells of it, for the migration is still under way.
 * Immutable.
 *
 * @param row digest of what it is: of which migration and step, which way, at which place, in which state
 * @param inverse digest of the inverses
 * @param progress digest of how far it got
 */
public record StepSeal(String row, String inverse, String progress) {

    /** Of a row as it is written. */
    public static StepSeal of(String migrationId, RecordedStep step) {
        return of(
                migrationId,
                step.stepId(),
                step.direction(),
                Integer.toString(step.position()),
                step.state(),
                step.inverse(),
                step.progress().toString());
    }

    static StepSeal of(StoredStep step) {
        return of(
                step.migrationId(),
                step.stepId(),
                step.direction(),
                step.position(),
                step.state(),
                step.inverse(),
                step.progress());
    }

    private static StepSeal of(
            String migration,
            String step,
            String direction,
            String position,
            String state,
            String inverse,
            String progress) {
        Digest row = new Digest()
                .add(migration)
                .add(step)
                .add(direction)
                .add(position)
                .add(state);
        return new StepSeal(row.text(), RowSeal.text(inverse), RowSeal.text(progress));
    }

    /** As it stands in the row. */
    String text() {
        return Evidence.NONE.with(this).behind("");
    }

    /** What another seal does not prove of the same row. */
    List<String> broken(StepSeal other) {
        List<String> broken = new ArrayList<>();
        if (!row.equals(other.row)) {
            broken.add("");
        }
        if (!inverse.equals(other.inverse)) {
            broken.add("inverse");
        }
        if (!progress.equals(other.progress)) {
            broken.add("progress");
        }
        return broken;
    }
}
