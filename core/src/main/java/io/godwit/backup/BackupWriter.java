package io.godwit.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup's file: a ZIP file, each of whose entries is hashed as it is written. The manifest, which lists them, comes last.
 * For one thread.
 */
public final class BackupWriter {

    static final String MANIFEST = "manifest.json";

    private final ZipOutputStream zip;

    BackupWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Writes an entry's content, and leaves the stream open. */
    public interface Content<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }

    /**
     * Adds an entry; what reads the file needs no more of it than what comes before.
     *
     * @param name unique in the file, with slashes between its parts
     * @return what the manifest has to list
     */
    public <X extends Exception> BackupEntry add(String name, Content<X> content) throws IOException, X {
        ZipEntry header = new ZipEntry(name);
        header.setTime(0);
        zip.putNextEntry(header);
        MessageDigest digest = Digests.sha256();
        OutputStream hashed = new DigestOutputStream(zip, digest);
        content.writeTo(hashed);
        hashed.flush();
        zip.closeEntry();
        return new BackupEntry(name, Digests.text(digest));
    }

    /** Adds a text, as UTF-8. */
    public BackupEntry add(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return this.<RuntimeException>add(name, out -> out.write(bytes));
    }

    /** Ends the file; its stream stays open. */
    void finish(BackupManifest manifest) throws IOException {
        this.<RuntimeException>add(MANIFEST, out -> new ManifestWriter(manifest).writeTo(out));
        zip.finish();
        zip.flush();
    }
}
