package io.godwit.archive;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.CanonicalHash;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginDescriptor;
import io.godwit.format.PluginFiles;
import io.godwit.migration.DataContent;
import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import io.godwit.migration.OnOtherEngines;
import io.godwit.migration.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes into the package of a plugin, out of its documents and the files beside them. For one package. */
final class PackageDraft {

    private static final String MIGRATIONS = "migrations/";
    private static final String DOCUMENTATION = "docs";

    /** The first moment that a ZIP file can tell: for documents that tell none. */
    private static final Instant NO_TIME = Instant.parse("1980-01-01T00:00:00Z");

    private final String pluginId;
    private final @Nullable Version from;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<PackagedMigration> listed = new ArrayList<>();
    private final List<Migration> before = new ArrayList<>();
    private final SortedMap<String, DataContent> files = new TreeMap<>();

    /** @param from the version that a delta starts from; null for all of the plugin */
    PackageDraft(String pluginId, List<MigrationDocument> documents, @Nullable Version from) {
        this.pluginId = pluginId;
        this.from = from;
        for (MigrationDocument document : documents) {
            Migration migration = document.read();
            if (migration.pluginId().equals(pluginId)) {
                if (from != null && migration.version().compareTo(from) <= 0) {
                    before.add(migration);
                } else {
                    add(document, migration);
                }
            }
        }
        if (migrations.isEmpty() && before.isEmpty()) {
            throw refused(pluginId, "there is no migration of the plugin '" + pluginId + "'");
        }
        if (from != null) {
            DeltaCut.check(pluginId, from, before, migrations);
        }
    }

    /** The folder of documents that a plugin may have itself is the one of the package. */
    private void add(MigrationDocument document, Migration migration) {
        String inPlugin = document.name().contains("/")
                ? document.name().substring(document.name().indexOf('/') + 1)
                : document.name();
        String name = inPlugin.startsWith(MIGRATIONS) ? inPlugin : MIGRATIONS + inPlugin;
        String file = name.endsWith(".json") ? name : name + ".json";
        byte[] bytes = document.bytes();
        put(document, file, () -> new ByteArrayInputStream(bytes));
        migrations.add(migration);
        listed.add(new PackagedMigration(migration.id(), migration.version(), file, CanonicalHash.hash(migration)));
        PluginFiles beside = document.files();
        if (PluginDescriptor.beside(document)
                .filter(found -> found.pluginId().equals(pluginId))
                .isPresent()) {
            files.putIfAbsent(PluginDescriptor.FILE, () -> beside.open(PluginDescriptor.FILE));
        }
        NamedFiles.of(migration).forEach(path -> files.putIfAbsent(path, () -> beside.open(path)));
        try {
            beside.below(DOCUMENTATION).forEach(path -> files.putIfAbsent(path, () -> beside.open(path)));
        } catch (IOException e) {
            throw refused(document.name(), "the folder " + DOCUMENTATION + " cannot be read: " + e.getMessage());
        }
    }

    private void put(MigrationDocument document, String name, DataContent content) {
        if (files.putIfAbsent(name, content) != null) {
            throw refused(document.name(), "another file would be '" + name + "' in the package too");
        }
    }

    /** Files of rows that come from a database. */
    void add(TableRows rows) {
        for (PackagedTable table : rows.tables()) {
            if (files.putIfAbsent(table.file(), () -> rows.open(table)) != null) {
                throw refused(
                        table.file(),
                        "a document names it too, and the rows of " + table.name()
                                + " would be there: name it otherwise");
            }
        }
    }

    /** A file that no document names. */
    void add(String path, byte[] content) {
        if (files.putIfAbsent(path, () -> new ByteArrayInputStream(content)) != null) {
            throw refused(path, "a document names it too: name it otherwise");
        }
    }

    /** Of the migrations that are in it. */
    List<String> packed() {
        return migrations.stream().map(Migration::id).toList();
    }

    /** Of all migrations that are applied where it is installed. */
    List<String> ids() {
        return Stream.concat(before.stream(), migrations.stream())
                .map(Migration::id)
                .toList();
    }

    static InvalidMigrationException refused(String file, String words) {
        return new InvalidMigrationException(List.of(new Problem(file, "", 0, 0, words)));
    }

    /** By name, with their bytes. */
    SortedMap<String, DataContent> files() {
        return files;
    }

    PackageManifest manifest(Instant created, String tool, List<PackagedFile> hashed, List<PackagedTable> tables) {
        return new PackageManifest(
                pluginId,
                version(),
                engines(),
                dependencies(),
                created,
                tool,
                listed.stream()
                        .sorted(Comparator.comparing(PackagedMigration::file))
                        .toList(),
                hashed,
                tables,
                from == null ? null : DeltaCut.base(from, before));
    }

    Version version() {
        return migrations.stream()
                .map(Migration::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When the newest document was written, by its own words: what is packed again is the same. */
    Instant created() {
        return migrations.stream()
                .flatMap(migration -> Stream.of(migration.createdAt(), migration.updatedAt()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(NO_TIME);
    }

    private List<String> engines() {
        Set<String> engines = null;
        for (Migration migration : migrations) {
            if (!migration.databaseEngines().isEmpty() && migration.onOtherEngines() == OnOtherEngines.REFUSE) {
                Set<String> some = new TreeSet<>(migration.databaseEngines());
                if (engines == null) {
                    engines = some;
                } else {
                    engines.retainAll(some);
                }
            }
        }
        return engines == null ? List.of() : List.copyOf(engines);
    }

    /** Without those that the package itself meets, or what it starts from. */
    private List<String> dependencies() {
        Set<String> own = Set.copyOf(ids());
        return migrations.stream()
                .flatMap(migration -> migration.dependencies().stream())
                .filter(dependency -> !own.contains(dependency.target()))
                .map(Dependency::toString)
                .distinct()
                .sorted()
                .toList();
    }
}
