package io.godwit.tck.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A place for exports of rows, which goes with the test. */
public final class RowFiles implements AutoCloseable {

    private final Path folder;

    private RowFiles(Path folder) {
        this.folder = folder;
    }

    public static RowFiles create() {
        try {
            return new RowFiles(Files.createTempDirectory("godwit-rows"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file or folder of this name is, or is to be. */
    public Path at(String name) {
        return folder.resolve(name);
    }

    /** What is in the place, by name. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the only table of an export that is a folder. */
    public String rows(String export) {
        return text(only(export));
    }

    /** What the export says of itself. */
    public String manifest(String export) {
        return text(at(export).resolve("manifest.json"));
    }

    /** Changes the rows of the only table of an export that is a folder. */
    public void spoil(String export, String rows) {
        write(only(export), rows);
    }

    private Path only(String export) {
        try (Stream<Path> files = Files.list(at(export).resolve("data"))) {
            return files.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes an export by hand, as another engine would have it.
     *
     * @param columns of the manifest, as JSON
     */
    public Path written(String export, String table, String columns, String rows) {
        Path data = at(export).resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(data.resolve("001-rows.jsonl"), rows);
        long count = rows.lines().count();
        int size = rows.getBytes(StandardCharsets.UTF_8).length;
        write(
                at(export).resolve("manifest.json"),
                "{\"format\": \"godwit-rows-v1\", \"engine\": \"elsewhere\", \"engineVersion\": \"1\", \"pluginId\": \"crm\","
                        + " \"createdAt\": \"2026-01-05T10:00:00Z\", \"tool\": \"test\", \"tables\": [{\"table\": \""
                        + table + "\", \"file\": \"data/001-rows.jsonl\", \"rows\": " + count
                        + ", \"digest\": \"0\", \"columns\": " + columns
                        + ", \"leftOut\": []}], \"files\": [{\"file\": \"data/001-rows.jsonl\", \"size\": " + size
                        + ", \"sha256\": \"" + sha256(rows) + "\"}]}");
        return at(export);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
