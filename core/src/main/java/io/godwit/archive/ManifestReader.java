package io.godwit.archive;

import io.godwit.format.Hashes;
import io.godwit.migration.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a manifest that a stranger may have written: nothing unknown, nothing twice. Stateless. */
final class ManifestReader {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLUGIN = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private ManifestReader() {}

    static PackageManifest read(byte[] text) throws RefusedArchiveException {
        ManifestObject whole = ManifestObject.parse(text);
        String format = whole.text("format");
        if (!format.equals(PackageManifest.FORMAT)) {
            throw ManifestObject.refused("its format is '" + EntryName.shown(format) + "', and not "
                    + PackageManifest.FORMAT + ", which is all that this version reads");
        }
        try {
            return manifest(whole);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ManifestObject.refused(EntryName.shown(String.valueOf(e.getMessage())));
        }
    }

    private static PackageManifest manifest(ManifestObject whole) throws RefusedArchiveException {
        PackageManifest manifest = new PackageManifest(
                plugin(whole.text("pluginId")),
                Version.parse(whole.text("version")),
                whole.texts("databaseEngines"),
                whole.texts("dependencies"),
                Instant.parse(whole.text("createdAt")),
                whole.text("tool"),
                migrations(whole.objects("migrations")),
                files(whole.objects("files")),
                whole.has("tables") ? PackagedTables.read(whole.objects("tables")) : List.of(),
                DeltaManifest.read(whole));
        whole.end();
        agree(manifest);
        DeltaManifest.agree(manifest);
        PackagedTables.agree(manifest.tables(), manifest.files());
        return manifest;
    }

    private static String plugin(String id) throws RefusedArchiveException {
        if (!PLUGIN.matcher(id).matches()) {
            throw ManifestObject.refused("'" + EntryName.shown(id) + "' is no plugin's id");
        }
        return id;
    }

    private static List<PackagedMigration> migrations(List<ManifestObject> objects) throws RefusedArchiveException {
        List<PackagedMigration> migrations = new ArrayList<>();
        for (ManifestObject object : objects) {
            migrations.add(new PackagedMigration(
                    object.text("id"),
                    Version.parse(object.text("version")),
                    EntryName.checked(object.text("file")),
                    new Hashes(object.text("up"), object.text("down"))));
            object.end();
        }
        return migrations;
    }

    static List<PackagedFile> files(List<ManifestObject> objects) throws RefusedArchiveException {
        List<PackagedFile> files = new ArrayList<>();
        for (ManifestObject object : objects) {
            String path = EntryName.checked(object.text("file"));
            String sha256 = object.text("sha256");
            if (!SHA_256.matcher(sha256).matches()) {
                throw ManifestObject.refused("the sha256 of '" + path + "' is none");
            }
            files.add(new PackagedFile(path, object.number("size"), sha256));
            object.end();
        }
        return files;
    }

    /** Nothing is listed twice, and each document is a file. */
    private static void agree(PackageManifest manifest) throws RefusedArchiveException {
        Set<String> files = new HashSet<>(Set.of(EntryName.MANIFEST, EntryName.SIGNATURE));
        for (PackagedFile file : manifest.files()) {
            if (!files.add(EntryName.folded(file.path()))) {
                throw ManifestObject.refused("the file '" + file.path() + "' is listed twice, or may not be listed");
            }
        }
        Set<String> documents = new HashSet<>();
        for (PackagedMigration migration : manifest.migrations()) {
            boolean listed =
                    manifest.files().stream().anyMatch(file -> file.path().equals(migration.file()));
            if (!listed || !documents.add(migration.file()) || !documents.add("id " + migration.id())) {
                throw ManifestObject.refused(
                        "the migration '" + EntryName.shown(migration.id()) + "' is listed twice, or its file is not");
            }
        }
        if (manifest.migrations().isEmpty()) {
            throw ManifestObject.refused("it lists no migration");
        }
    }
}
