package io.godwit.plan;

import io.godwit.schema.TableName;
import java.util.Set;

/**
 * What the history remembers of one operation. Immutable.
 *
 * @param inverse what takes it back
 * @param rowsOf the tables of which it changed rows and nothing else; empty for every other operation
 */
public record JournalEntry(Inverse inverse, Set<TableName> rowsOf) {

    public JournalEntry {
        rowsOf = Set.copyOf(rowsOf);
    }

    /** Whether dropping these tables takes the operation back with them. */
    public boolean goesWith(Set<TableName> dropped) {
        return !rowsOf.isEmpty() && dropped.containsAll(rowsOf);
    }
}
