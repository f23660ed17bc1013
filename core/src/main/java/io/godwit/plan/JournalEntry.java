package io.godwit.plan;

import io.godwit.schema.TableName;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the history remembers of one operation. Immutable.
 *
 * @param inverse what takes it back
 * @param rowsOf the table of which it changed rows and nothing else; null for every other operation
 */
public record JournalEntry(Inverse inverse, @Nullable TableName rowsOf) {

    /** Whether dropping these tables takes the operation back with them. */
    public boolean goesWith(Set<TableName> dropped) {
        return Optional.ofNullable(rowsOf).map(dropped::contains).orElse(false);
    }
}
