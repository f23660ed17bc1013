package io.godwit;

import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.PackagedFile;
import io.godwit.archive.PackagedMigration;
import io.godwit.archive.PluginPackage;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.UpgradeTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the migrations of a package are in the SQL of engines, for people to read: files {@code sql/rendered/ENGINE-VERSION.up.sql} and
 * {@code .down.sql}. Nothing runs them; the documents are what is installed. Stateless and thread-safe.
 */
public final class RenderedSql {

    /** Where the files are in a package. */
    public static final String FOLDER = "sql/rendered/";

    private static final Pattern NAME = Pattern.compile(FOLDER + "([A-Za-z0-9_]+)-([0-9.]+)\\.(up|down)\\.sql");

    private RenderedSql() {}

    /**
     * A file that could not be found to be what it should.
     *
     * @param file in the package
     * @param differs whether the documents make something else, in this version of Godwit
     * @param words what is the matter
     */
    public record Doubt(String file, boolean differs, String words) {}

    /**
     * A writer that also packs the SQL of engines.
     *
     * @param source the plugin, and what it depends on
     * @param engines such as {@code mysql} or {@code postgresql:17}
     * @throws io.godwit.failure.UnknownEngineException if no dialect answers to an engine's name and version
     * @throws GodwitException if an engine cannot do what a migration asks for
     */
    public static PackageWriter with(PackageWriter writer, PluginSource source, List<String> engines) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String engine : engines) {
            files.putAll(rendered(source, writer.pluginId(), writer.packed(), engine));
        }
        return writer.with(files);
    }

    /**
     * Renders the documents of a package once more, and compares.
     *
     * @param others what it depends on
     * @return the files that are not what the documents make, or of which nobody can tell
     * @throws IOException if the package is not the one any more that was read
     */
    public static List<Doubt> doubts(PluginPackage found, PluginSource others) throws IOException {
        PackageManifest manifest = found.manifest();
        List<String> ids =
                manifest.migrations().stream().map(PackagedMigration::id).toList();
        PluginSource all = () -> {
            List<MigrationDocument> documents = new ArrayList<>(found.source().documents());
            others.documents().stream()
                    .filter(document -> !document.read().pluginId().equals(manifest.pluginId()))
                    .forEach(documents::add);
            return documents;
        };
        Map<String, Map<String, byte[]>> rendered = new TreeMap<>();
        List<Doubt> doubts = new ArrayList<>();
        for (PackagedFile file : manifest.files()) {
            Matcher name = NAME.matcher(file.path());
            if (file.path().startsWith(FOLDER)) {
                doubt(found, all, ids, file.path(), name, rendered).ifPresent(doubts::add);
            }
        }
        return doubts;
    }

    private static Optional<Doubt> doubt(
            PluginPackage found,
            PluginSource all,
            List<String> ids,
            String file,
            Matcher name,
            Map<String, Map<String, byte[]>> rendered)
            throws IOException {
        if (!name.matches()) {
            return Optional.of(new Doubt(file, true, "no file of this name is rendered"));
        }
        if (found.manifest().delta().isPresent()) {
            return Optional.of(new Doubt(file, false, "a delta cannot be rendered without what it starts from"));
        }
        String engine = name.group(1) + ":" + name.group(2);
        try {
            Map<String, byte[]> made = rendered.computeIfAbsent(
                    engine, one -> rendered(all, found.manifest().pluginId(), ids, one));
            byte[] expected = made.getOrDefault(file, new byte[0]);
            ByteArrayOutputStream is = new ByteArrayOutputStream();
            try (InputStream in = found.open(file)) {
                in.transferTo(is);
            }
            return Arrays.equals(expected, is.toByteArray())
                    ? Optional.empty()
                    : Optional.of(new Doubt(file, true, "the documents make other SQL than this"));
        } catch (GodwitException refused) {
            return Optional.of(new Doubt(file, false, "it cannot be rendered here: " + refused.getMessage()));
        }
    }

    private static Map<String, byte[]> rendered(
            PluginSource source, String pluginId, Collection<String> ids, String engine) {
        OfflineBuilder builder = Godwit.offline(engine).plugins(source).target(new UpgradeTarget(pluginId, null));
        Plan up = builder.planUp();
        String name = FOLDER + up.engine() + "-" + up.version();
        Map<String, byte[]> files = new TreeMap<>();
        files.put(name + ".up.sql", text(up, ids));
        try {
            files.put(name + ".down.sql", text(builder.planDown(), ids));
        } catch (PlanRefusedException noWayBack) {
            files.put(
                    name + ".down.sql",
                    ("-- There is no way back: " + line(noWayBack) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static String line(PlanRefusedException refused) {
        return String.valueOf(refused.getMessage()).replaceAll("\\s+", " ").strip();
    }

    /** Of the package's own migrations; what it depends on was only rendered to know what is there. */
    private static byte[] text(Plan plan, Collection<String> ids) {
        Set<String> own = Set.copyOf(ids);
        List<MigrationPlan> migrations = plan.migrations().stream()
                .filter(migration -> own.contains(migration.id()))
                .toList();
        Plan part = new Plan(
                plan.engine(),
                plan.version(),
                migrations,
                plan.findings().stream()
                        .filter(finding -> own.contains(finding.migration()))
                        .toList(),
                plan.risk(),
                plan.head(),
                plan.estimates(),
                plan.backups(),
                plan.uninstalls());
        return part.toSql().getBytes(StandardCharsets.UTF_8);
    }
}
