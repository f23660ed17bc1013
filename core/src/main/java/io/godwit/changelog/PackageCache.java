package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.history.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Packages that were made before, in a folder. One is found by its history and its options, and is good while every file that was read for it
 * holds what it held, every folder has the same names, and what was looked for in vain is not there. A file is read again only if its size,
 * time or number changed. Thread-safe, and several processes may share the folder; of several calls for the same package one makes it.
 */
public final class PackageCache {

    private static final int LOCKS = 64;
    private static final String FORM = "godwit-package-1";

    private final CacheFolder folder;
    private final FileStamps stamps = new FileStamps();
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(index -> new ReentrantLock()).toList();

    private PackageCache(CacheFolder folder) {
        this.folder = folder;
    }

    /** In a folder, which is made if it is not there. */
    public static PackageCache directory(Path folder) {
        return new PackageCache(new CacheFolder(Objects.requireNonNull(folder, "folder")));
    }

    /** Makes a package. */
    interface Maker {
        PackageReport make(@Nullable List<RanChange> history, Path output, @Nullable FileTrace trace);
    }

    CachedPackage get(Dialect dialect, LiquibaseSource source, @Nullable List<RanChange> history, Maker maker) {
        try {
            Path root = source.root().toRealPath();
            String asked = asked(dialect, source, root, history);
            CachedPackage known = known(asked, root);
            if (known != null) {
                return known;
            }
            ReentrantLock lock = locks.get(Math.floorMod(asked.hashCode(), LOCKS));
            lock.lock();
            try {
                CachedPackage meanwhile = known(asked, root);
                return meanwhile == null ? make(asked, root, history, maker) : meanwhile;
            } finally {
                lock.unlock();
            }
        } catch (IOException failed) {
            throw new ChangelogRefusedException(source.changelog(), "the cache cannot be used: " + failed);
        }
    }

    private CachedPackage make(String asked, Path root, @Nullable List<RanChange> history, Maker maker)
            throws IOException {
        FileTrace trace = new FileTrace(root);
        Path part = folder.place().resolve("." + UUID.randomUUID());
        try {
            PackageReport report = maker.make(history, part, trace);
            String key = key(asked, trace.seen());
            return folder.put(asked, new CacheEntry(key, report, trace.seen()), part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private @Nullable CachedPackage known(String asked, Path root) throws IOException {
        CacheEntry entry = folder.entry(asked);
        if (entry == null) {
            return null;
        }
        FileTrace trace = new FileTrace(root);
        for (Map.Entry<String, String> each : entry.seen().entrySet()) {
            if (!trace.holds(each.getKey(), each.getValue(), stamps)) {
                return null;
            }
        }
        return folder.found(entry);
    }

    private static String key(String asked, Map<String, String> seen) {
        Digest digest = new Digest().add(asked);
        new TreeMap<>(seen).forEach((what, hash) -> digest.add(what).add(hash));
        return digest.text();
    }

    private static String asked(Dialect dialect, LiquibaseSource source, Path root, @Nullable List<RanChange> history) {
        Digest digest = new Digest()
                .add(FORM)
                .add(dialect.engine() + ":" + dialect.version())
                .add(root.toString())
                .add(source.changelog())
                .add(source.contexts())
                .add(source.labels())
                .add(new TreeMap<>(source.parameters()).toString())
                .add(source.fromTag() + "\n" + source.toTag())
                .add(source.files().toString())
                .add(String.valueOf(source.keepsFindings()))
                .add(String.valueOf(history == null));
        for (RanChange row : history == null ? List.<RanChange>of() : history) {
            digest.add(row.toString());
        }
        return digest.text();
    }
}
