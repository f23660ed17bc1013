package io.godwit.engine;

import java.util.Locale;

/** A way out of what a run does not get over by itself. Ways are added, never taken away. */
public enum RepairWay {
    /** The interrupted run goes on, up or down, with the document as it is now. */
    RESUME("--resume"),
    /** What is done is taken back by its stored inverses. */
    TAKE_BACK("--take-back"),
    /** What the audit trail proves is put back into the history. */
    MEND("--mend"),
    /** A damage of the audit trail is signed for; a new segment begins. */
    ACKNOWLEDGE("--acknowledge"),
    /** The history forgets the migration; the database stays as it is. */
    FORGET("--forget"),
    /** The statement in doubt took effect: it is not run again. */
    DONE("--as done"),
    /** The statement in doubt took no effect: it is run again. */
    UNDONE("--as undone");

    private final String option;

    RepairWay(String option) {
        this.option = option;
    }

    /** As the command line writes it. */
    public String option() {
        return option;
    }

    /** As scripts read it, such as {@code take-back}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
