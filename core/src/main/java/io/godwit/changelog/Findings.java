package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what stands against a package, and what only has to be said. For one thread. */
final class Findings {

    private final boolean keeps;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** @param keeps whether problems become notes */
    Findings(boolean keeps) {
        this.keeps = keeps;
    }

    /** Something without which the script would not make the same database. */
    void problem(String place, String message) {
        (keeps ? notes : problems).add(new Problem(place, "", 0, 0, message));
    }

    void note(String place, String message) {
        notes.add(new Problem(place, "", 0, 0, message));
    }

    List<Problem> notes() {
        return List.copyOf(notes);
    }

    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new ChangelogRefusedException(problems);
        }
    }
}
