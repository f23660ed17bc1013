package io.godwit.benchmarks.database;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database of one contender's own. Closing it drops it.
 *
 * @param url where another process finds it
 * @param connections kept open and handed out again
 * @param drop takes it away
 */
public record Database(String url, KeptConnections connections, Drop drop) implements AutoCloseable {

    /** Takes a database away. */
    public interface Drop {
        void drop() throws SQLException, IOException;
    }

    static Database at(String url, Drop drop) {
        return new Database(url, new KeptConnections(new UrlDataSource(url)), drop);
    }

    public DataSource dataSource() {
        return connections;
    }

    @Override
    public void close() throws SQLException, IOException {
        connections.close();
        drop.drop();
    }
}
