package io.godwit.dialect.sqlite;

import io.godwit.dialect.OpeningSource;
import io.godwit.dialect.ScratchDatabases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Copies of the file in the folder for temporary files (https://sqlite.org/lang_vacuum.html#vacuuminto). Stateless and thread-safe. */
final class SqliteCopies implements ScratchDatabases {

    @Override
    public void make(Connection beside, String name) throws SQLException {
        try (PreparedStatement copy = beside.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, file(name).toString());
            copy.execute();
        } catch (SQLException e) {
            remove(beside, name);
            throw e;
        }
    }

    @Override
    public Optional<DataSource> open(DataSource beside, String name) {
        return Optional.of(
                OpeningSource.of(() -> SqliteDatabaseFile.open(file(name).toString())));
    }

    @Override
    public void remove(Connection beside, String name) throws SQLException {
        try {
            for (String part : new String[] {"", "-journal", "-wal", "-shm"}) {
                Files.deleteIfExists(Path.of(file(name) + part));
            }
        } catch (IOException e) {
            throw new SQLException("the copy " + file(name) + " could not be removed", e);
        }
    }

    private static File file(String name) {
        return new File(System.getProperty("java.io.tmpdir"), name + ".db");
    }
}
