package io.godwit.dialect;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

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

    /** The statements that make a sequence again, and put it where it stands; none where the engine has no sequences. */
    default List<String> of(Connection connection, Sequence sequence) throws SQLException {
        return List.of();
    }

    /** The statements that drop tables, also those that refer to each other. */
    default List<String> drop(SqlSyntax syntax, List<Table> tables) {
        return tables.stream()
                .map(table -> "DROP TABLE " + syntax.table(table.name()))
                .toList();
    }

    /** The statements that drop a view that is there. */
    default List<String> drop(SqlSyntax syntax, View view) {
        return List.of("DROP " + (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + syntax.table(view.name()));
    }

    /**
     * The foreign keys of a table that refer to one of others: to be dropped before those are, and made again afterwards. None where
     * a foreign key does not mind.
     */
    default List<LinkStatements> links(Connection connection, Table table, List<Table> others) throws SQLException {
        return List.of();
    }

    /**
     * The statements that rename tables at one stroke, the first of them first: asked only where DDL commits by itself.
     *
     * @param names old names to new ones
     */
    default List<String> rename(SqlSyntax syntax, Map<TableName, TableName> names) {
        throw new UnsupportedOperationException("DDL is transactional: no table needs another name");
    }

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
