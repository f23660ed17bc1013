package io.godwit.plan.transform;

import io.godwit.schema.Literal;
import java.util.List;

/**
 * Rows by their key. Immutable.
 *
 * @param after the key behind which it begins; empty for the first row
 * @param upTo the last key that it holds; empty for no end
 * @param missing whether only those rows are meant of which no key is recorded
 */
public record KeyRange(List<Literal> after, List<Literal> upTo, boolean missing) {

    /** All rows. */
    public static final KeyRange ALL = new KeyRange(List.of(), List.of(), false);

    public KeyRange {
        after = List.copyOf(after);
        upTo = List.copyOf(upTo);
    }

    /** All rows behind a key. */
    public static KeyRange after(List<Literal> key) {
        return new KeyRange(key, List.of(), false);
    }

    /** The same up to a key, which it holds. */
    public KeyRange upTo(List<Literal> key) {
        return new KeyRange(after, key, missing);
    }

    /** What of it is behind a key. */
    public KeyRange behind(List<Literal> key) {
        return new KeyRange(key, upTo, missing);
    }

    /** Of these the rows of which no key is recorded. */
    public KeyRange whereMissing() {
        return new KeyRange(after, upTo, true);
    }
}
