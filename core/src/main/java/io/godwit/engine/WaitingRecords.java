package io.godwit.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a migration's history need not be committed by itself: it goes with the next record, since each commit costs. For one
 * thread.
 */
final class WaitingRecords {

    private final String migration;
    private final List<String> statements = new ArrayList<>();

    WaitingRecords(String migration) {
        this.migration = migration;
    }

    String migration() {
        return migration;
    }

    void add(String statement) {
        statements.add(statement);
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
