package io.godwit.backup;

import io.godwit.dialect.DatabaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database's own file as a backup. It goes through a temporary file that only this user may read, and that is removed. For the thread
 * that owns the connection.
 */
public final class FileBackup {

    private static final String ENTRY = "database/main.db";

    private final DatabaseFile database;
    private final Connection connection;

    public FileBackup(DatabaseFile database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Writes it, as it was last committed; see {@link DatabaseFile#copy}. */
    public BackupEntry write(BackupWriter file) throws IOException, SQLException {
        Path copy = Files.createTempFile("godwit-backup", ".db");
        try {
            database.copy(connection, copy);
            return file.<RuntimeException>add(ENTRY, out -> Files.copy(copy, out));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /**
     * Puts it in the place of all that is in the database; see {@link DatabaseFile#restore}.
     *
     * @throws IOException if the backup holds no file, or is not the one any more that was read; the database is as it was then
     */
    public void restore(Backup backup) throws IOException, SQLException {
        BackupEntry entry = backup.manifest().files().stream()
                .filter(file -> file.name().equals(ENTRY))
                .findFirst()
                .orElseThrow(() -> new IOException(backup.name() + " holds no file of a database"));
        Path copy = Files.createTempFile("godwit-restore", ".db");
        try {
            backup.read(
                    entry::equals, (found, content) -> Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING));
            database.restore(connection, copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
