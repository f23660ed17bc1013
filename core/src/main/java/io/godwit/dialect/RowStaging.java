package io.godwit.dialect;

import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How rows that come in wait in a table of the session, before one statement takes them into their own. Stateless and thread-safe.
 *
 * <p>{@link StandardStaging} has what most engines say; an engine overrides what differs.
 */
public interface RowStaging {

    /** The quoted name of a table of the session's own. */
    String table(int number);

    /** Makes it anew: the target's columns with their types, and no constraint. */
    List<String> make(String staging, RowTarget target);

    /** Takes it away again. */
    String drop(String staging);

    /** Takes out of it the rows whose key the target has. */
    String forget(String staging, RowTarget target, List<Name> key);

    /**
     * Puts its rows into the target.
     *
     * @param deferred columns that stay NULL for now
     * @param absent only rows whose key, of these columns, the target has not; empty for all
     */
    String insert(String staging, RowTarget target, List<Name> deferred, List<Name> absent);

    /** Gives rows of the target that have the same key the values of these columns. */
    String update(String staging, RowTarget target, List<Name> key, List<Name> columns);

    /** Whether a row that refers to another of the same statement must come behind it. */
    default boolean checksRowByRow() {
        return false;
    }

    /** Moves the counters behind columns on, so that the next number is free; never back. */
    default void moveOn(Connection connection, Table table) throws SQLException {}

    /** The same as statements of a script; none where the engine does it by itself. */
    default List<String> movedOn(Table table) {
        return List.of();
    }
}
