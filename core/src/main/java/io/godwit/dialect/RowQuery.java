package io.godwit.dialect;

import io.godwit.schema.Column;
import java.util.List;

/**
 * A query of rows of one table. Immutable.
 *
 * @param columns what is read of each
 * @param names of the columns, quoted
 * @param values the expressions by which they are read exactly
 * @param rest what follows the values, from FROM on
 */
public record RowQuery(List<Column> columns, List<String> names, List<String> values, String rest) {

    public RowQuery {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    /** As a statement; a table without columns has rows too. */
    public String text() {
        return "SELECT " + (values.isEmpty() ? "1" : String.join(", ", values)) + rest;
    }
}
