package io.godwit.plan;

/** What a run does with a migration. */
public enum Handling {
    /** Its steps run. */
    RUN("applied", "rolled back", ""),
    /** It is not for this engine and only recorded. */
    SKIP("skipped", "rolled back", "it is not for this engine and only recorded"),
    /** What it made was kept when its plugin was uninstalled, and belongs to the plugin again. */
    ADOPT("adopted", "rolled back", "what it made is there already, and belongs to the plugin again"),
    /** Its plugin is uninstalled, and what it made stays. */
    KEEP("applied", "kept", "what it made stays, and is adopted by the next install");

    private final String up;
    private final String down;
    private final String reason;

    Handling(String up, String down, String reason) {
        this.up = up;
        this.down = down;
        this.reason = reason;
    }

    /** Why its steps do not run; empty if they do. */
    String reason() {
        return reason;
    }

    /** What it is once it is done, for people: such as {@code applied}. */
    public String done(Direction direction) {
        return direction == Direction.UP ? up : down;
    }
}
