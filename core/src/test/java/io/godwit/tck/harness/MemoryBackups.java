package io.godwit.tck.harness;

import io.godwit.backup.BackupStore;
import io.godwit.backup.StoredBackup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Keeps backups in memory; may damage them, or have no room. For one thread. */
public final class MemoryBackups implements BackupStore {

    private final Map<String, byte[]> files = new TreeMap<>();
    private Fault fault = Fault.NONE;

    /** What is wrong with a store. */
    public enum Fault {
        NONE,
        NO_ROOM,
        DAMAGE
    }

    public MemoryBackups with(Fault other) {
        fault = other;
        return this;
    }

    public Set<String> names() {
        return files.keySet();
    }

    @Override
    public void write(String name, Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        if (fault == Fault.NO_ROOM) {
            throw new IOException("no space left");
        }
        byte[] bytes = out.toByteArray();
        if (fault == Fault.DAMAGE) {
            bytes[bytes.length / 3] ^= 1;
        }
        files.put(name, bytes);
    }

    @Override
    public InputStream read(String name) throws IOException {
        byte[] file = files.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(file);
    }

    @Override
    public List<StoredBackup> list() {
        return files.entrySet().stream()
                .map(file -> new StoredBackup(file.getKey(), file.getValue().length, Instant.EPOCH))
                .toList();
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    /** A backup as it is kept. */
    public byte[] bytes(String name) {
        return files.get(name).clone();
    }

    /** Keeps something else under its name. */
    public void replace(String name, byte[] bytes) {
        files.put(name, bytes.clone());
    }

    /** Changes the entries of a backup, as somebody might who cannot compute its hashes. */
    public void rewrite(String name, Consumer<Map<String, String>> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, String> entries = new LinkedHashMap<>(entries(name));
            change.accept(entries);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replace(name, out.toByteArray());
    }

    /** What is in the only backup: texts by the names of their entries. */
    public Map<String, String> only() throws IOException {
        if (files.size() != 1) {
            throw new IllegalStateException("one backup was expected, and there are " + files.keySet());
        }
        return entries(files.keySet().iterator().next());
    }

    /** What is in a backup: texts by the names of their entries. */
    public Map<String, String> entries(String name) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(read(name))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
