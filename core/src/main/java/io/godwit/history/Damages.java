package io.godwit.history;

import io.godwit.failure.RepairNeededException;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses to work on a history that is damaged. */
public final class Damages {

    private static final int MOST_SHOWN = 5;

    private Damages() {}

    /** Throws if there are any. */
    public static void refuse(List<Damage> damages) {
        if (!damages.isEmpty()) {
            throw new RepairNeededException(message(damages));
        }
    }

    static String message(List<Damage> damages) {
        String shown = damages.stream()
                .limit(MOST_SHOWN)
                .map(damage -> "\n  " + damage)
                .collect(Collectors.joining());
        int more = damages.size() - MOST_SHOWN;
        return "The history is not as Godwit wrote it:" + shown + (more > 0 ? "\n  and " + more + " more" : "")
                + "\n  database: nothing was changed"
                + "\n  next: godwit repair --dry-run shows what can be put right, and how";
    }
}
