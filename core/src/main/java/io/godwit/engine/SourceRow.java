package io.godwit.engine;

import io.godwit.schema.Literal;
import java.util.List;

/**
 * One row of a source, as custom transforms are given it. Immutable.
 *
 * @param key in the order of its columns
 * @param compared the key in the texts by which it is found again; empty if it need not be
 * @param values of the shown columns
 */
record SourceRow(List<Literal> key, List<String> compared, List<Literal> values) {

    /** About how long its values are. */
    long characters() {
        long characters = 0;
        for (Literal value : values) {
            characters += value.text().length();
        }
        return characters;
    }
}
