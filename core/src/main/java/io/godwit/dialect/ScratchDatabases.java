package io.godwit.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** How a database is made beside another, so that a plan can be rehearsed on it, and removed again. Stateless and thread-safe. */
public interface ScratchDatabases {

    /**
     * Makes one: a copy with all its rows where a database is a file, elsewhere an empty one.
     *
     * @param beside a connection to the database that is to be left alone
     * @param name unique, of lower-case letters, digits and underscores
     */
    void make(Connection beside, String name) throws SQLException;

    /**
     * The way into it; empty where only the host can open another database of its server.
     *
     * @param beside the host's data source
     * @param name as it was made
     */
    default Optional<DataSource> open(DataSource beside, String name) {
        return Optional.empty();
    }

    /** Removes it, with all that is in it. */
    void remove(Connection beside, String name) throws SQLException;

    /** Made and removed by statements, and reached through the catalog of the host's own connections. */
    ScratchDatabases IN_CATALOGS = new ScratchDatabases() {
        @Override
        public void make(Connection beside, String name) throws SQLException {
            execute(beside, "CREATE DATABASE " + name);
        }

        @Override
        public Optional<DataSource> open(DataSource beside, String name) {
            return Optional.of(OpeningSource.of(new CatalogSource(beside, name)));
        }

        @Override
        public void remove(Connection beside, String name) throws SQLException {
            execute(beside, "DROP DATABASE " + name);
        }
    };

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
