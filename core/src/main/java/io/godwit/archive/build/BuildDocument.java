package io.godwit.archive.build;

import io.godwit.archive.PackagedFile;
import io.godwit.archive.PackagedMigration;
import io.godwit.archive.PackagedTable;
import io.godwit.archive.RequiredMigration;
import io.godwit.plan.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A manifest as maps, lists, texts, numbers and booleans: what JSON and YAML say alike. For one use. */
final class BuildDocument {

    private final BuildManifest manifest;

    BuildDocument(BuildManifest manifest) {
        this.manifest = manifest;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", BuildManifest.FORMAT);
        manifest.made().ifPresent(time -> tree.put("createdAt", time.toString()));
        tree.put("health", health(manifest.health()));
        BuildTotals totals = BuildTotals.of(manifest.packages());
        tree.put(
                "totals",
                object(
                        "packages", totals.packages(),
                        "migrations", totals.migrations(),
                        "files", totals.files(),
                        "bytes", totals.bytes(),
                        "rows", totals.rows()));
        tree.put(
                "order",
                manifest.order().stream()
                        .map(one -> object(
                                "file", one.file(),
                                "pluginId", one.manifest().pluginId(),
                                "version", one.manifest().version().toString()))
                        .toList());
        tree.put(
                "packages",
                manifest.packages().stream().map(BuildDocument::described).toList());
        tree.put("together", cells(manifest.together()));
        return tree;
    }

    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < members.length; at += 2) {
            object.put((String) members[at], members[at + 1]);
        }
        return object;
    }

    private static Map<String, Object> health(PackageHealth health) {
        return object("status", health.status().toString(), "reasons", health.reasons());
    }

    private static Map<String, Object> described(BuildPackage one) {
        Map<String, Object> tree = object(
                "pluginId", one.manifest().pluginId(),
                "version", one.manifest().version().toString());
        one.manifest().delta().ifPresent(base -> {
            tree.put("from", base.from().toString());
            tree.put(
                    "requires",
                    base.requires().stream().map(BuildDocument::required).toList());
        });
        tree.putAll(object(
                "file", one.file(),
                "size", one.size(),
                "sha256", one.sha256(),
                "fingerprint", one.fingerprint(),
                "signed", one.signed()));
        if (!one.signer().isEmpty()) {
            tree.put("signedBy", one.signer());
        }
        tree.put("createdAt", one.manifest().created().toString());
        tree.put("tool", one.manifest().tool());
        tree.put("health", health(one.health()));
        tree.put("databaseEngines", one.manifest().engines());
        tree.put("dependencies", needs(one.needs()));
        tree.put("conflicts", needs(one.conflicts()));
        tree.put("rawSql", object("engines", one.rawSqlEngines(), "steps", one.rawSql()));
        tree.put(
                "migrations",
                one.manifest().migrations().stream()
                        .map(BuildDocument::migration)
                        .toList());
        tree.put(
                "files",
                one.manifest().files().stream().map(BuildDocument::file).toList());
        tree.put("rows", one.manifest().rows());
        tree.put(
                "tables",
                one.manifest().tables().stream().map(BuildDocument::table).toList());
        tree.put("findings", one.findings().stream().map(BuildDocument::finding).toList());
        tree.put("accept", one.accept());
        tree.put(
                "irreversible",
                one.irreversible().stream().map(BuildDocument::undo).toList());
        tree.put("compatibility", cells(one.cells()));
        return tree;
    }

    private static Map<String, Object> migration(PackagedMigration migration) {
        return object(
                "id", migration.id(),
                "version", migration.version().toString(),
                "file", migration.file(),
                "up", migration.hashes().up(),
                "down", migration.hashes().down());
    }

    private static Map<String, Object> required(RequiredMigration migration) {
        return object("id", migration.id(), "version", migration.version().toString(), "up", migration.up());
    }

    private static Map<String, Object> file(PackagedFile file) {
        return object("file", file.path(), "size", file.size(), "sha256", file.sha256());
    }

    private static Map<String, Object> table(PackagedTable table) {
        return object("table", table.name().toString(), "rows", table.rows(), "leftOut", table.leftOut());
    }

    private static List<Map<String, Object>> needs(List<BuildNeed> needs) {
        return needs.stream()
                .map(need -> object(
                        "entry", need.entry(),
                        "migrations", need.migrations(),
                        "from", need.from(),
                        "by", need.by()))
                .collect(Collectors.toList());
    }

    private static Map<String, Object> finding(BuildFinding found) {
        Finding finding = found.finding();
        return object(
                "rule", finding.rule(),
                "severity", finding.severity().toString(),
                "migration", finding.migration(),
                "step", finding.step(),
                "message", finding.message(),
                "safer", finding.safer(),
                "engines", found.engines());
    }

    private static Map<String, Object> undo(BuildUndo undo) {
        return object(
                "migration", undo.migration(),
                "step", undo.step(),
                "undo", undo.undo().toString(),
                "reason", undo.reason(),
                "engines", undo.engines());
    }

    private static List<Map<String, Object>> cells(List<BuildCell> cells) {
        return cells.stream()
                .map(cell -> object(
                        "engine", cell.engine(),
                        "version", cell.version(),
                        "result", cell.result().toString(),
                        "claimed", cell.claimed(),
                        "reason", cell.reason()))
                .collect(Collectors.toList());
    }
}
