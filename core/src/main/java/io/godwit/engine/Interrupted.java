package io.godwit.engine;

import io.godwit.failure.RepairNeededException;

/** Says what became of a run that was cut off while it took a failed migration back. */
final class Interrupted {

    private Interrupted() {}

    /** For the audit trail, and to be thrown where there was an obstacle. */
    static RepairNeededException takenBack(String migration, String obstacle) {
        String words = "Migration " + migration + " had failed, and the run was cut off while it took it back";
        return new RepairNeededException(
                obstacle.isEmpty()
                        ? words + ". It is taken back now."
                        : words + ".\n  database: partly taken back: " + obstacle
                                + "\n  next: correct the cause and run again; it goes on taking back");
    }
}
