package io.godwit.archive;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PackageFault;
import io.godwit.failure.Problem;
import io.godwit.format.CanonicalHash;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a package's documents to what its manifest says of them. Stateless. */
final class PackagedDocuments {

    private static final String MIGRATIONS = "migrations/";

    private PackagedDocuments() {}

    static void check(PluginPackage found) throws RefusedArchiveException {
        PluginSource source = found.source();
        List<Problem> problems = PluginSource.problems(source);
        if (!problems.isEmpty()) {
            throw new InvalidMigrationException(problems);
        }
        Map<String, Migration> migrations = new HashMap<>();
        for (MigrationDocument document : source.documents()) {
            migrations.put(document.name(), document.read());
        }
        PackageManifest manifest = found.manifest();
        for (PackagedMigration listed : manifest.migrations()) {
            check(manifest, listed, migrations.get(found.documentName(listed)));
        }
        Version newest = manifest.migrations().stream()
                .map(PackagedMigration::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (newest.compareTo(manifest.version()) != 0) {
            throw refused(
                    "it says that it is version " + manifest.version() + ", and its newest migration is of " + newest);
        }
        passedOver(manifest);
    }

    private static void check(PackageManifest manifest, PackagedMigration listed, Migration migration)
            throws RefusedArchiveException {
        if (!migration.pluginId().equals(manifest.pluginId())) {
            throw refused("its migration '" + migration.id() + "' is of the plugin '" + migration.pluginId()
                    + "', and not of '" + manifest.pluginId() + "'");
        }
        if (!migration.id().equals(listed.id())
                || migration.version().compareTo(listed.version()) != 0
                || !CanonicalHash.hash(migration).equals(listed.hashes())) {
            throw refused("its document '" + listed.file() + "' is not the migration that its manifest says");
        }
    }

    /** A document that is there and does not count would be seen by who unpacks it. */
    private static void passedOver(PackageManifest manifest) throws RefusedArchiveException {
        Set<String> documents =
                manifest.migrations().stream().map(PackagedMigration::file).collect(Collectors.toSet());
        for (PackagedFile file : manifest.files()) {
            if (file.path().startsWith(MIGRATIONS) && !documents.contains(file.path())) {
                throw refused("'" + file.path() + "' is none of the migrations that its manifest lists");
            }
        }
    }

    private static RefusedArchiveException refused(String words) {
        return new RefusedArchiveException(PackageFault.CONTENT, words);
    }
}
