package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** Something that no file can say, whatever is asked for. */
    void mustNot(String place, String message) {
        problems.add(new Problem(place, "", 0, 0, message));
    }

    void note(String place, String message) {
        notes.add(new Problem(place, "", 0, 0, message));
    }

    List<Problem> notes() {
        return List.copyOf(notes);
    }

    /** What stands against it, in one line; empty if nothing does. */
    String problems() {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new ChangelogRefusedException(problems);
        }
    }
}
