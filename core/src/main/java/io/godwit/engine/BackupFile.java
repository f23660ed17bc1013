package io.godwit.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup: a ZIP file, each of whose entries is hashed as it is written. For one thread. */
final class BackupFile {

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    BackupFile(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /**
     * What was written.
     *
     * @param name the entry's name
     * @param sha256 of its content, in hexadecimal
     */
    record Entry(String name, String sha256) {}

    /** Writes an entry's content, and leaves the stream open. */
    interface Content<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }

    <X extends Exception> Entry add(String name, Content<X> content) throws IOException, X {
        ZipEntry header = new ZipEntry(name);
        header.setTime(0);
        zip.putNextEntry(header);
        MessageDigest digest = BackupCheck.sha256();
        OutputStream hashed = new DigestOutputStream(zip, digest);
        content.writeTo(hashed);
        hashed.flush();
        zip.closeEntry();
        Entry entry = new Entry(name, HexFormat.of().formatHex(digest.digest()));
        entries.add(entry);
        return entry;
    }

    /** Ends the file; its stream stays open. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
