package io.godwit.benchmarks.database;

import java.io.IOException;
import java.sql.SQLException;

/** A database engine that is up. Closing it takes all its databases away. */
public interface Engine extends AutoCloseable {

    /** As migrations name it. */
    String name();

    /** What a reader of figures must know about it: version and durability settings. */
    String settings() throws SQLException, IOException;

    /** An empty database. */
    Database fresh() throws SQLException;

    @Override
    void close() throws IOException;
}
