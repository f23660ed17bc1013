package io.godwit.changelog;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a cache: {@code KEY.sql} for a package, and {@code ASKED.entry} for what it was made of. Each is there when it is whole. Thread-safe. */
final class CacheFolder {

    private static final int MOST = 100;

    private record Known(FileTime modified, CacheEntry entry) {}

    private final Path folder;
    private final Map<String, Known> entries = new ConcurrentHashMap<>();

    CacheFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path place() throws IOException {
        return Files.createDirectories(folder);
    }

    /** What was kept for a request; null if nothing was, or if it cannot be read. */
    @Nullable
    CacheEntry entry(String asked) throws IOException {
        Path file = folder.resolve(asked + ".entry");
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            Known known = entries.get(asked);
            if (known == null || !known.modified().equals(modified)) {
                known = new Known(modified, read(file));
                entries.put(asked, known);
            }
            return known.entry();
        } catch (NoSuchFileException | IllegalArgumentException absent) {
            entries.remove(asked);
            return null;
        }
    }

    private static CacheEntry read(Path file) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return CacheEntry.of(properties);
    }

    /** The package of an entry; null if it is not there as it was. */
    @Nullable
    CachedPackage found(CacheEntry entry) throws IOException {
        Path file = folder.resolve(entry.key() + ".sql");
        try {
            boolean whole = Files.size(file) == entry.report().bytes();
            return whole ? new CachedPackage(file, entry.key(), false, entry.report()) : null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    /** Keeps a package that was written into a file of this folder. */
    CachedPackage put(String asked, CacheEntry entry, Path part) throws IOException {
        Path file = folder.resolve(entry.key() + ".sql");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path list = folder.resolve("." + UUID.randomUUID());
        try (BufferedWriter writer = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
            entry.properties().store(writer, null);
        }
        Files.move(
                list,
                folder.resolve(asked + ".entry"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        entries.remove(asked);
        forgetOld();
        return new CachedPackage(file, entry.key(), true, entry.report());
    }

    private void forgetOld() throws IOException {
        for (String kind : List.of(".sql", ".entry")) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(file -> file.toString().endsWith(kind))
                        .sorted(Comparator.comparing(CacheFolder::modified).reversed())
                        .skip(MOST)
                        .toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
