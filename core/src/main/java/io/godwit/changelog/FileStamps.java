package io.godwit.changelog;

import io.godwit.history.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Hashes of files, read again only when a file's size, time or number is another. Thread-safe. */
final class FileStamps {

    /** A file that was written at about the time when it was read may be written again with the same time. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private static final int MOST = 200_000;

    private record Stamp(long size, Instant modified, Object number, String hash) {}

    private final Map<Path, Stamp> known = new ConcurrentHashMap<>();

    /** The hash of what a file holds. */
    static String of(byte[] content) {
        return new Digest()
                .add(new String(content, StandardCharsets.ISO_8859_1))
                .text();
    }

    /** A file's hash; empty if there is no such file. */
    String hash(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Instant modified = now.lastModifiedTime().toInstant();
            Stamp stamp = known.get(file);
            boolean same = stamp != null
                    && stamp.size() == now.size()
                    && stamp.modified().equals(modified)
                    && stamp.number().equals(number(now));
            return same ? stamp.hash() : read(file, now, modified);
        } catch (NoSuchFileException absent) {
            return "";
        }
    }

    private String read(Path file, BasicFileAttributes now, Instant modified) throws IOException {
        Instant started = Instant.now();
        String hash = of(Files.readAllBytes(file));
        if (modified.plus(DOUBT).isBefore(started)) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(file, new Stamp(now.size(), modified, number(now), hash));
        }
        return hash;
    }

    private static Object number(BasicFileAttributes now) {
        return Objects.requireNonNullElse(now.fileKey(), "");
    }
}
