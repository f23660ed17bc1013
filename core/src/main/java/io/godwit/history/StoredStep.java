package io.godwit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row of {@code godwit_step} as it stands there, whether or not it makes sense. Immutable; a NULL is empty.
 *
 * @param evidence its {@link StepSeal}; empty in rows of older versions
 */
record StoredStep(
        String migrationId,
        String stepId,
        String direction,
        String position,
        String state,
        String inverse,
        String progress,
        String evidence) {

    static final String TABLE = HistoryTables.STEP.name().text();

    private static final int MOST_STEPS = 1000;

    /** What is not as it was written. */
    List<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        if (!evidence.isEmpty()) {
            Optional<StepSeal> seal = Evidence.in(evidence).step();
            if (seal.isEmpty()) {
                return List.of(damage("evidence"));
            }
            seal.get().broken(StepSeal.of(this)).stream()
                    .map(column -> damage(column.isEmpty() ? changed(seal.get()) : column))
                    .forEach(damages::add);
        }
        if (damages.isEmpty() && read().isEmpty()) {
            damages.add(new Damage(TABLE, key(), "", "it cannot be read"));
        }
        return damages;
    }

    private Damage damage(String column) {
        return new Damage(TABLE, key(), column, "it is not as Godwit wrote it");
    }

    private String key() {
        return migrationId + ", " + stepId;
    }

    /** Which of the small columns it is, if it is one; else empty. */
    private String changed(StepSeal seal) {
        return candidates()
                .filter(row -> StepSeal.of(row).row().equals(seal.row()))
                .findFirst()
                .map(row ->
                        !row.state.equals(state) ? "state" : row.direction.equals(direction) ? "position" : "direction")
                .orElse("");
    }

    /** The row with the small columns that its seal proves; empty if more than one of them was changed. */
    Optional<StoredStep> proven() {
        return Evidence.in(evidence)
                .step()
                .flatMap(seal -> Stream.concat(Stream.of(this), candidates())
                        .filter(row -> StepSeal.of(row).equals(seal))
                        .findFirst());
    }

    private Stream<StoredStep> candidates() {
        return Stream.of(
                        Stream.of(RecordedStep.INTENT, RecordedStep.STOPPED, RecordedStep.DONE)
                                .map(other -> with(direction, position, other)),
                        Stream.of(RecordedStep.UP, RecordedStep.DOWN, RecordedStep.UNDO)
                                .map(other -> with(other, position, state)),
                        IntStream.range(0, MOST_STEPS)
                                .mapToObj(other -> with(direction, Integer.toString(other), state)),
                        Stream.of(withProgress("")))
                .flatMap(rows -> rows);
    }

    private StoredStep with(String otherDirection, String otherPosition, String otherState) {
        return new StoredStep(
                migrationId, stepId, otherDirection, otherPosition, otherState, inverse, progress, evidence);
    }

    private StoredStep withProgress(String other) {
        return new StoredStep(migrationId, stepId, direction, position, state, inverse, other, evidence);
    }

    StoredStep withInverse(String other) {
        return new StoredStep(migrationId, stepId, direction, position, state, other, progress, evidence);
    }

    /** What it says; empty if it cannot be read. */
    Optional<RecordedStep> read() {
        try {
            return Optional.of(new RecordedStep(
                    stepId, direction, Integer.parseInt(position), state, inverse, StepProgress.parse(progress)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
