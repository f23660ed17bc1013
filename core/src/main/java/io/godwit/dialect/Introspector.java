package io.godwit.dialect;

import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the live schema back into portable records. Thread-safe; the connection is the caller's.
 *
 * <p>Types come back logical (what dialects.md maps to the physical type), constraints and indexes with their names, expressions in
 * the engine's own text. System objects and Godwit's own {@code godwit_} tables are never among the answers. Tables are
 * {@linkplain Table#normalised normalised}.
 */
public interface Introspector {

    /** Everything in the default schema and in the other schemas that are not the system's. */
    Schema read(Connection connection) throws SQLException;

    Optional<Table> table(Connection connection, TableName name) throws SQLException;

    /**
     * Several tables at once: those of {@code names} that are called exactly so, and others where leaving them out would cost more.
     * A name that is another spelling of a table's is {@linkplain #table asked for} alone.
     */
    default Collection<Table> tables(Connection connection, Set<TableName> names) throws SQLException {
        return read(connection).tables().values();
    }

    Optional<View> view(Connection connection, TableName name) throws SQLException;

    /** Every view, as {@link #read} tells them. */
    default List<View> views(Connection connection) throws SQLException {
        return List.copyOf(read(connection).views().values());
    }

    Optional<Sequence> sequence(Connection connection, TableName name) throws SQLException;

    boolean hasSchema(Connection connection, Name name) throws SQLException;

    /**
     * About how many rows a table has, from the engine's own statistics, without reading the table.
     *
     * @return empty where the engine keeps no such figure, or has none yet
     */
    default OptionalLong estimatedRows(Connection connection, TableName name) throws SQLException {
        return OptionalLong.empty();
    }

    /** The tables whose foreign keys refer to {@code name}. */
    List<Table> referencing(Connection connection, TableName name) throws SQLException;

    /** {@link #referencing(Connection, TableName)} for several tables at once; a name that is missing is asked for alone. */
    default Map<TableName, List<Table>> referencing(Connection connection, Set<TableName> names) throws SQLException {
        return Map.of();
    }
}
