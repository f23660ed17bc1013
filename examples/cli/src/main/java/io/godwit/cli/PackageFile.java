package io.godwit.cli;

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
     */
    PluginPackage read(@Nullable Path trust) {
        return reader(trust).read(path);
    }

    /** What reads it, once it is known to be there. */
    PackageReader reader(@Nullable Path trust) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UsageException("there is no file " + path + " to read");
        }
        PackageReader reader = new PackageReader();
        return trust == null ? reader : reader.trust(PackageTrust.of(new KeyFile("--trust", trust).publisher()));
    }
}
