package io.godwit.transfer.file;

import org.jspecify.annotations.Nullable;

/**
 * An object or element of a list on the way to a row.
 *
 * @param list the pointer's token under which it lies; empty for the whole document
 * @param place in that list, from 1
 * @param fields its own scalars
 * @param outer what it lies in; null for the outermost
 */
record Ancestor(
        String list, long place, RowObject fields, @Nullable Ancestor outer) {

    /** The nearest of that list, this one or one around it. */
    @Nullable
    Ancestor of(String name) {
        Ancestor found = this;
        while (found != null && !found.list.equals(name)) {
            found = found.outer;
        }
        return found;
    }
}
