package io.godwit.archive.dump;

import io.godwit.failure.Problem;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** Collects what a person should know of a dump. For one thread. */
final class DumpNotes {

    private final List<Problem> notes = new ArrayList<>();

    void add(TableName of, String words) {
        add(of.toString(), words);
    }

    void add(String of, String words) {
        Problem note = new Problem(of, "", 0, 0, words);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    List<Problem> all() {
        return List.copyOf(notes);
    }
}
