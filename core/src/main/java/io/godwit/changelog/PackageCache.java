package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.history.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
 * holds what it held, every folder has the same names, and what was looked for in vain is not there. A file is read again only if its
 * {@link FileStamp} is another. Thread-safe, and several processes may share the folder; of several calls for the same package one makes it.
 */
public final class PackageCache {

    private static final int LOCKS = 64;
    private static final String FORM = "godwit-package-2";

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

    /**
     * The package of a history, or of all of a changelog.
     *
     * @throws SQLException if the history cannot be read
     */
    CachedPackage get(Dialect dialect, LiquibaseSource source, @Nullable RanChanges history, Maker maker)
            throws SQLException {
        try {
            Path root = source.root().toRealPath();
            String asked = asked(dialect, source, root, history == null ? null : history.hash());
            CachedPackage known = known(asked, root);
            if (known != null) {
                return known;
            }
            ReentrantLock lock = locks.get(Math.floorMod(asked.hashCode(), LOCKS));
            lock.lock();
            try {
                CachedPackage meanwhile = known(asked, root);
                if (meanwhile != null) {
                    return meanwhile;
                }
                RanChanges.Read now = history == null ? null : history.hashed();
                return now == null
                        ? make(asked, root, null, maker)
                        : make(asked(dialect, source, root, now.hash()), root, now.rows(), maker);
            } finally {
                lock.unlock();
            }
        } catch (IOException failed) {
            throw new ChangelogRefusedException(source.changelog(), "the cache cannot be used: " + failed);
        }
    }

    private CachedPackage make(String asked, Path root, @Nullable List<RanChange> history, Maker maker)
            throws IOException {
        FileTrace trace = new FileTrace(root, stamps);
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
        return new SeenFiles(root, stamps).hold(entry.seen()) ? folder.found(entry) : null;
    }

    private static String key(String asked, Map<String, String> seen) {
        Digest digest = new Digest().add(asked);
        new TreeMap<>(seen).forEach((what, hash) -> digest.add(what).add(hash));
        return digest.text();
    }

    private static String asked(Dialect dialect, LiquibaseSource source, Path root, @Nullable String history) {
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
                .add(String.valueOf(history));
        return digest.text();
    }
}
