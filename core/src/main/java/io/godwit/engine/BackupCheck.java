package io.godwit.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a backup back and compares it with what was written. Stateless. */
final class BackupCheck {

    private BackupCheck() {}

    /** Throws if the file does not hold just these entries. */
    static void verify(InputStream file, List<BackupFile.Entry> written) throws IOException {
        List<BackupFile.Entry> read = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                MessageDigest digest = sha256();
                new DigestInputStream(zip, digest).transferTo(OutputStream.nullOutputStream());
                read.add(new BackupFile.Entry(entry.getName(), HexFormat.of().formatHex(digest.digest())));
            }
        }
        if (!read.equals(written)) {
            throw new IOException("what was read back is not what was written");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
