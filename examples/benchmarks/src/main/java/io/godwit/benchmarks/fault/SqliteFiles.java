package io.godwit.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Databases in files, which nobody serves. */
final class SqliteFiles implements FaultServer {

    private final Path place;
    private int databases;

    SqliteFiles(Path place) {
        this.place = place;
    }

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    public FaultDatabase fresh() throws SQLException {
        String name = "fault_" + ++databases + ".db";
        return FaultDatabase.at(name, "jdbc:sqlite:" + place.resolve(name));
    }

    @Override
    public void drop(FaultDatabase database) throws IOException {
        for (String ending : new String[] {"", "-journal", "-wal", "-shm", "-godwit"}) {
            Files.deleteIfExists(place.resolve(database.name() + ending));
        }
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public int killSessions(FaultDatabase database, int which) {
        return 0;
    }

    @Override
    public void stopAtOnce() {
        // There is nothing that would run.
    }

    @Override
    public void awaitSilence(FaultDatabase database) {
        // A session ends with its process.
    }

    @Override
    public void close() {
        // The folder is the caller's.
    }
}
