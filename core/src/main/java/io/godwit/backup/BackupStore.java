package io.godwit.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Where backups are kept; the host chooses. It keeps bytes under names and knows nothing of what is in them: Godwit hashes,
 * encrypts and reads back. Implementations are thread-safe.
 */
public interface BackupStore {

    /** Writes what a backup is made of. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Files in a folder, which is made when it is first needed. */
    static BackupStore directory(Path folder) {
        return new BackupDirectory(folder);
    }

    /**
     * Keeps a backup: it is durable once this returns, and nothing of it is there if this throws.
     *
     * @param name unique, of letters, digits, dots, hyphens and underscores
     * @throws IOException also if there is a backup of that name already
     */
    void write(String name, Content content) throws IOException;

    /** A backup from its first byte on; the caller closes it. */
    InputStream read(String name) throws IOException;

    /** All that are kept whole, in any order. */
    List<StoredBackup> list() throws IOException;

    /** Removes a backup; nothing happens if there is none of that name. */
    void delete(String name) throws IOException;
}
