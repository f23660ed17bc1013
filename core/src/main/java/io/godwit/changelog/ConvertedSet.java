package io.godwit.changelog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change set as one engine gets it.
 *
 * @param up in their order
 * @param down in their order; null where the way back is derived
 * @param condition the engine's SELECT that tells whether it runs; null for none
 */
record ConvertedSet(
        List<ConvertedChange> up,
        @Nullable List<ConvertedChange> down,
        @Nullable String condition) {

    ConvertedSet {
        up = List.copyOf(up);
        down = down == null ? null : List.copyOf(down);
    }

    /** Whether one migration can hold both. */
    boolean goesWith(ConvertedSet other) {
        return (condition == null) == (other.condition == null)
                && goWith(up, other.up)
                && ((down == null || other.down == null) ? down == other.down : goWith(down, other.down));
    }

    private static boolean goWith(List<ConvertedChange> mine, List<ConvertedChange> others) {
        if (mine.size() != others.size()) {
            return false;
        }
        for (int index = 0; index < mine.size(); index++) {
            if (!mine.get(index).goesWith(others.get(index))) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return up.isEmpty();
    }
}
