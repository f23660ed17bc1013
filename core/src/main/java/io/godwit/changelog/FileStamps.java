package io.godwit.changelog;

import io.godwit.history.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Hashes of files and of the names in folders, made again only where the {@link FileStamp} is another. Thread-safe. */
final class FileStamps {

    private static final int MOST = 200_000;

    private record Known(Map<Path, FileStamp> stamps, String hash) {}

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** The hash of what a file holds. */
    static String of(byte[] content) {
        return new Digest()
                .add(new String(content, StandardCharsets.ISO_8859_1))
                .text();
    }

    /** A file's hash; empty if there is no such file. */
    String file(Path file) throws IOException {
        try {
            FileStamp now = FileStamp.of(file);
            Known before = known.get(file);
            if (before != null && now.equals(before.stamps().get(file))) {
                return before.hash();
            }
            Instant started = Instant.now();
            String hash = of(Files.readAllBytes(file));
            keep(file, Map.of(file, now), started, hash);
            return hash;
        } catch (NoSuchFileException absent) {
            return "";
        }
    }

    /** The hash of the names in a folder. */
    String folder(Path folder) throws IOException {
        Known before = known.get(folder);
        if (before != null && before.stamps().keySet().stream().allMatch(isAsBefore(before))) {
            return before.hash();
        }
        Instant started = Instant.now();
        FolderNames names = FolderNames.of(folder);
        if (!names.hasLinks()) {
            keep(folder, names.folders(), started, names.hash());
        }
        return names.hash();
    }

    private static Predicate<Path> isAsBefore(Known before) {
        return folder -> {
            try {
                return FileStamp.of(folder).equals(before.stamps().get(folder));
            } catch (IOException gone) {
                return false;
            }
        };
    }

    /**
     * Remembers a hash.
     *
     * @param stamps as they were before it was made
     * @param started when it began to be made
     */
    void keep(Path of, Map<Path, FileStamp> stamps, Instant started, String hash) {
        if (stamps.values().stream().allMatch(stamp -> stamp.isSettled(started))) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(of, new Known(stamps, hash));
        }
    }
}
