package io.godwit.plan;

/** What a run does with a migration. */
public enum Handling {
    /** Its steps run. */
    RUN("applied", "rolled back"),
    /** It is not for this engine and only recorded. */
    SKIP("skipped", "rolled back"),
    /** What it made was kept when its plugin was uninstalled, and belongs to the plugin again. */
    ADOPT("adopted", "rolled back"),
    /** Its plugin is uninstalled, and what it made stays. */
    KEEP("applied", "kept");

    private final String up;
    private final String down;

    Handling(String up, String down) {
        this.up = up;
        this.down = down;
    }

    /** What it is once it is done, for people: such as {@code applied}. */
    public String done(Direction direction) {
        return direction == Direction.UP ? up : down;
    }
}
