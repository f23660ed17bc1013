package io.godwit.cli;

import io.godwit.archive.PackageKeys;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageTrust;
import io.godwit.archive.PluginPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A package that somebody names. */
record PackageFile(Path path) {

    /**
     * Reads all of it.
     *
     * @param trust the file of the one key that it must be signed by; null if it need not
     * @param key the file of the secret key that opens it; null for none
     */
    PluginPackage read(@Nullable Path trust, @Nullable Path key) {
        return reader(trust, key, false).read(path);
    }

    /**
     * What reads it, once it is known to be there.
     *
     * @param rawSql whether SQL of an engine's own is trusted too
     */
    PackageReader reader(@Nullable Path trust, @Nullable Path key, boolean rawSql) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UsageException("there is no file " + path + " to read");
        }
        PackageReader reader = opening(key);
        PackageTrust trusted =
                trust == null ? reader.trusted() : PackageTrust.of(new KeyFile("--trust", trust).publisher());
        return reader.trust(rawSql ? trusted.withRawSql() : trusted);
    }

    /** What reads files that were encrypted for the owner of a key. */
    static PackageReader opening(@Nullable Path key) {
        if (key == null) {
            return new PackageReader();
        }
        if (!Files.isReadable(key)) {
            throw new UsageException("--key-file names " + key + ", and there is no such file to read");
        }
        return new PackageReader().keys(PackageKeys.file(key));
    }
}
