package io.godwit.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What of the history need not be committed by itself: it goes with the next record of the run, since each commit costs. A run that
 * is cut off before finds by the catalog what was not written. For one thread.
 */
final class WaitingRecords {

    private final List<String> statements = new ArrayList<>();

    void add(String statement) {
        statements.add(statement);
    }

    void addAll(List<String> more) {
        statements.addAll(more);
    }

    /** All that waits, and one more behind it. */
    List<String> with(String statement) {
        List<String> all = new ArrayList<>(statements);
        all.add(statement);
        return all;
    }

    /** All that waits, and more behind it. */
    List<String> with(List<String> more) {
        List<String> all = new ArrayList<>(statements);
        all.addAll(more);
        return all;
    }

    /** All that waits. */
    List<String> all() {
        return List.copyOf(statements);
    }

    /** Once it is committed. */
    void written() {
        statements.clear();
    }
}
