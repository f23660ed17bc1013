package io.godwit.dialect;

import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the schema at one point of a plan: read from the database, or made up of the operations so far.
 *
 * <p>Empty answers mean "not there", or offline "not known".
 */
public interface SchemaView {

    /** The table, {@linkplain Table#normalised normalised}. */
    Optional<Table> table(TableName name);

    /** Every table that is known, in no order: where an index of which only the name is given may be. */
    default List<Table> tables() {
        return List.of();
    }

    Optional<View> view(TableName name);

    /** Every view that is known, in no order: what a change of a table may break. */
    default List<View> views() {
        return List.of();
    }

    Optional<Sequence> sequence(TableName name);

    boolean hasSchema(Name name);

    /** The tables whose foreign keys refer to {@code name}, itself included if it does. */
    List<Table> referencing(TableName name);

    /** The tables, views and sequences in a schema, as far as they are known. */
    default List<TableName> objectsIn(Name schema) {
        return List.of();
    }

    /** Whether an empty answer means "not there": true with a database behind it. */
    boolean complete();
}
