package io.godwit.universal;

import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;

/**
 * The column of a table that the engine numbers, if there is one and it is known.
 *
 * @param translation what is known of the schema
 * @param table the table
 */
record NumberedColumn(Translation translation, TableName table) {

    boolean isIn(List<Name> columns) {
        return translation.schema().table(table).stream()
                .flatMap(known -> known.columns().stream())
                .filter(Column::identity)
                .map(Column::name)
                .anyMatch(columns::contains);
    }
}
