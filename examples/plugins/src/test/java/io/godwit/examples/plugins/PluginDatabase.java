package io.godwit.examples.plugins;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An empty database of one engine, for one test alone. */
interface PluginDatabase extends AutoCloseable {

    DataSource dataSource();

    /** The engine's form of SQL that names tables as {@code schema.table}. */
    String local(String sql);

    default Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    @Override
    void close();
}
