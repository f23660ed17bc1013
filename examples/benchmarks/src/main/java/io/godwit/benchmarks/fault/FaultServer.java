package io.godwit.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Where databases are made and harmed. For one thread. */
interface FaultServer extends AutoCloseable {

    /** All that there are. */
    List<String> NAMES = List.of("sqlite", "postgresql", "mysql", "mariadb");

    /** Starts one, with its data in a folder. */
    static FaultServer start(String name, Path place) throws IOException, InterruptedException, SQLException {
        return name.equals("sqlite") ? new SqliteFiles(place) : new LiveServer(ServerKind.named(name), place);
    }

    /** The product and its version. */
    String product();

    FaultDatabase fresh() throws SQLException;

    void drop(FaultDatabase database) throws SQLException, IOException;

    /** Whether it is a process with sessions of its own. */
    boolean isServer();

    /**
     * Kills sessions of a database by the server's own statement.
     *
     * @param which number of the session among those that there are; -1 for all
     * @return how many
     */
    int killSessions(FaultDatabase database, int which) throws SQLException;

    /** Kills the server's processes, and starts it again. */
    void stopAtOnce() throws IOException, InterruptedException, SQLException;

    /** Waits until no session of a database does anything any more. */
    void awaitSilence(FaultDatabase database) throws SQLException;

    @Override
    void close() throws IOException;
}
