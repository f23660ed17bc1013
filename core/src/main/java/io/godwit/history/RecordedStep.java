package io.godwit.history;

/**
 * One row of {@code godwit_step}.
 *
 * @param stepId the step
 * @param direction {@code up}, {@code down} or {@code undo}
 * @param position its place in the order of steps, from 0
 * @param state {@code intent}, {@code stopped} or {@code done}
 * @param inverse the journal entry with its inverses
 * @param progress how far a step got whose statements commit by themselves
 */
public record RecordedStep(
        String stepId, String direction, int position, String state, String inverse, StepProgress progress) {

    /** The state of a step whose statements are about to run. */
    public static final String INTENT = "intent";

    /** The state of a step that ran. */
    public static final String DONE = "done";

    /**
     * The state of a step that stopped between two statements: the one that comes next was refused by the engine, or a person looked
     * and said what became of it.
     */
    public static final String STOPPED = "stopped";

    /** The direction of a step that is applied. */
    public static final String UP = "up";

    /** The direction of a step of a rollback. */
    public static final String DOWN = "down";

    /** The direction of a step that takes another back after a failure. */
    public static final String UNDO = "undo";

    /** A step that is one with its transaction. */
    public RecordedStep(String stepId, String direction, int position, String state, String inverse) {
        this(stepId, direction, position, state, inverse, StepProgress.NONE);
    }
}
