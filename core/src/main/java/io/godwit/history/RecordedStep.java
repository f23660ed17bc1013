package io.godwit.history;

/**
 * One row of {@code godwit_step}.
 *
 * @param stepId the step
 * @param direction {@code up} or {@code down}
 * @param position its place in the order of steps, from 0
 * @param state {@code intent} or {@code done}
 * @param inverse the journal entry with its inverses
 */
public record RecordedStep(String stepId, String direction, int position, String state, String inverse) {}
