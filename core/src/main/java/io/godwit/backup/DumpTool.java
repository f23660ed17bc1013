package io.godwit.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An engine's own dump tool, which writes the whole database as SQL. The host says where it is; nothing is looked for, and no shell is
 * started. Immutable and thread-safe.
 *
 * <pre>{@code
 * DumpTool.pgDump(Path.of("/usr/bin/pg_dump"), new DumpTarget("db", 5432, "app", "app", secrets::password))
 *         .restoredBy(Path.of("/usr/bin/psql"))
 * }</pre>
 */
public final class DumpTool {

    private static final String ENTRY = "dump/database.sql";

    private final DumpLanguage language;
    private final Path tool;
    private final @Nullable Path client;
    private final DumpTarget target;

    private DumpTool(DumpLanguage language, Path tool, @Nullable Path client, DumpTarget target) {
        this.language = language;
        this.tool = Objects.requireNonNull(tool, "tool");
        this.client = client;
        this.target = Objects.requireNonNull(target, "target");
    }

    /** {@code pg_dump}, no older than the server. */
    public static DumpTool pgDump(Path tool, DumpTarget target) {
        return new DumpTool(new PostgresDump(), tool, null, target);
    }

    /** {@code mysqldump} of MySQL, or {@code mariadb-dump} of MariaDB. */
    public static DumpTool mysqlDump(Path tool, DumpTarget target) {
        return new DumpTool(new MySqlDump(), tool, null, target);
    }

    /** The same, and the engine's client ({@code psql}, {@code mysql}, {@code mariadb}) that reads such a dump. */
    public DumpTool restoredBy(Path theClient) {
        return new DumpTool(language, tool, theClient, target);
    }

    /**
     * Writes a dump into a backup.
     *
     * @throws IOException if the tool does not start, fails, or its dump has no end
     */
    public BackupEntry write(BackupWriter file) throws IOException {
        return file.<RuntimeException>add(ENTRY, this::dump);
    }

    private void dump(OutputStream out) throws IOException {
        try (DumpAccess access = language.access(target)) {
            TailOutput tail = new TailOutput(out);
            new ToolRun(language.dump(tool, target, access), access).dump(tail);
            if (!tail.text().contains(language.endMarker())) {
                throw new IOException(tool.getFileName() + " said that it was done, but its dump has no end");
            }
        }
    }

    /**
     * Gives the dump of a backup to the engine's client.
     *
     * @throws IOException if there is no client, and which command it would be; if it does not start, or fails
     */
    public void restore(Backup backup) throws IOException, SQLException {
        BackupEntry entry = backup.manifest().files().stream()
                .filter(file -> file.name().equals(ENTRY))
                .findFirst()
                .orElseThrow(() -> new IOException(backup.name() + " holds no dump"));
        Path reader = client;
        if (reader == null) {
            throw new IOException("the host has named no client that reads the dump; by hand it is: unzip -p "
                    + backup.name() + " " + ENTRY + " | " + language.restoreByHand(target));
        }
        try (DumpAccess access = language.access(target)) {
            ToolRun run = new ToolRun(language.restore(reader, target, access), access);
            backup.read(entry::equals, (found, content) -> run.feed(content));
        }
    }

    /** The command that reads such a dump, without its password. */
    public String restoreByHand() {
        return language.restoreByHand(target);
    }

    /** Unlike the tool's own words, this has no secret in it. */
    @Override
    public String toString() {
        return tool + " of " + target.database() + " on " + target.host() + ":" + target.port();
    }
}
