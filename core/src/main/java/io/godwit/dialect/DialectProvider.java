package io.godwit.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The door to one engine: found by {@link java.util.ServiceLoader}, or registered on the builder.
 *
 * <p>A provider settles engine and version once, by handing out different {@link Dialect} objects. Implementations are
 * stateless, thread-safe and have a public constructor without arguments.
 */
public interface DialectProvider {

    /** The engine's canonical name, in lower case, such as {@code postgresql}. */
    String engine();

    /**
     * The dialect for a live database, or empty if the database is another engine's.
     *
     * @throws SQLException if the metadata cannot be read
     */
    Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException;

    /**
     * The dialect for rendering without a database.
     *
     * @param version such as {@code 17} or {@code 8.0.36}; empty for the newest that the dialect knows
     * @throws IllegalArgumentException if the dialect does not know that version
     */
    Dialect forVersion(String version);

    /**
     * The versions to render for where all of them are asked for, oldest first, as {@link #forVersion} takes them: those that are in use, and
     * those from which on something is written otherwise. Empty for the newest alone.
     */
    default List<String> versions() {
        return List.of();
    }
}
