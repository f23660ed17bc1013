package io.godwit.dialect;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How tables are told so that they can be made again exactly, with all that the portable records cannot say. Stateless and
 * thread-safe; the connection is the caller's.
 */
public interface TableDefinitions {

    /**
     * The statements that make a table again.
     *
     * @param table as it is in the database
     * @throws UnsupportedByDialectException if something of it cannot be told
     */
    TableDefinition of(Connection connection, Table table) throws SQLException;

    /** The statements that make a view again, with what belongs to it. */
    List<String> of(Connection connection, View view) throws SQLException;

    /**
     * The same table under another name, until it takes its place: asked only where DDL commits by itself.
     *
     * @param definition as {@link #of} told it
     */
    default TableDefinition under(TableDefinition definition, TableName name, TableName other) {
        throw new UnsupportedOperationException("DDL is transactional: a table needs no other name");
    }

    /** Before tables are made and rows come back: the session takes every value that a table could have held. */
    default List<String> open() {
        return List.of();
    }

    /** After it: the session is as {@link SessionSettings#open} left it. */
    default List<String> close() {
        return List.of();
    }
}
