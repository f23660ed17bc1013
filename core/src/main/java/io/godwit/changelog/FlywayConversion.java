package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.StatementSplitter;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationReader;
import io.godwit.format.MigrationWriter;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.Step;
import io.godwit.migration.StepBuilder;
import io.godwit.migration.Version;
import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.schema.Position;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes portable migrations of a folder of Flyway's: the newest {@code B} script, {@code V} scripts in the order of their versions with
 * their {@code U} scripts as down sides, then {@code R} scripts. Immutable and thread-safe.
 */
public final class FlywayConversion {

    private static final Pattern LEADING_COMMENTS = Pattern.compile("^(\\s|--[^\\n]*(\\n|$)|/\\*(?s:.*?)\\*/)+");

    private final List<Dialect> engines;
    private final Path folder;
    private final String pluginId;
    private final FlywayPlaceholders placeholders;

    /**
     * Of one folder, with those in it.
     *
     * @param engines at least one; of one alone the scripts stay its own SQL
     * @param placeholders values for {@code ${name}}
     */
    public FlywayConversion(List<Dialect> engines, Path folder, String pluginId, Map<String, String> placeholders) {
        this.engines = List.copyOf(engines);
        this.folder = folder;
        this.pluginId = pluginId;
        this.placeholders = new FlywayPlaceholders(placeholders);
    }

    /**
     * Reads the folder and converts it; nothing is written.
     *
     * @throws ChangelogRefusedException if it cannot be read, or two scripts have one version
     */
    public Conversion convert() {
        try {
            return new Run().convert(new ConfinedFiles(folder, FileLimits.STANDARD));
        } catch (IOException failure) {
            throw new ChangelogRefusedException(folder.toString(), "cannot be read: " + failure.getMessage());
        }
    }

    /** One conversion. */
    private final class Run {

        private final List<Migration> migrations = new ArrayList<>();
        private final List<Problem> byHand = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();
        private final UniversalCheck universal = new UniversalCheck(engines);
        private int number;

        Conversion convert(ConfinedFiles files) throws IOException {
            FlywayScripts scripts = new FlywayScripts(files);
            byHand.addAll(scripts.others());
            summedUp(scripts, files);
            Map<List<BigInteger>, Path> undone = new TreeMap<>(scripts.all('U'));
            String last = "1.0.0";
            for (Path script : scripts.chosen()) {
                FlywayName name = FlywayScripts.name(script);
                last = version(name, last);
                add(script, name, last, name.kind() == 'V' ? undone.remove(name.version()) : null, files);
            }
            for (Path script : scripts.repeated()) {
                note(
                        files.shown(script),
                        "ran anew whenever it changed; as a migration it runs once: say a change in a new one");
                add(script, FlywayScripts.name(script), last, null, files);
            }
            undone.forEach((version, script) -> {
                if (!scripts.isSummedUp(version)) {
                    hand(files.shown(script), "undoes a version of which there is no script");
                }
            });
            return new Conversion(scripts.count(), migrations, byHand, notes);
        }

        /** On an empty database Flyway runs the newest baseline instead of what it sums up. */
        private void summedUp(FlywayScripts scripts, ConfinedFiles files) {
            Path baseline = scripts.baseline().map(Map.Entry::getValue).orElse(null);
            if (baseline == null) {
                return;
            }
            for (char kind : new char[] {'B', 'V', 'U'}) {
                scripts.all(kind).forEach((version, script) -> {
                    if (scripts.isSummedUp(version) && !script.equals(baseline)) {
                        note(
                                files.shown(script),
                                "is left out: the baseline " + files.shown(baseline)
                                        + " sums it up, which Flyway runs instead on an empty database");
                    }
                });
            }
        }

        /** Versions never go back, and what is none stays with the one before. */
        private static String version(FlywayName name, String last) {
            try {
                Version version = Version.parse(name.semantic());
                return version.compareTo(Version.parse(last)) > 0 || last.equals("1.0.0") ? name.semantic() : last;
            } catch (IllegalArgumentException tooLarge) {
                return last;
            }
        }

        private void add(Path file, FlywayName name, String version, @Nullable Path undo, ConfinedFiles files)
                throws IOException {
            String shown = files.shown(file);
            number++;
            try {
                FlywayScript script = FlywayScript.read(file, files);
                String slug = name.description().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                String id = String.format(Locale.ROOT, "%s-%04d-%s", pluginId, number, slug)
                        .replaceAll("-+$", "");
                MigrationBuilder builder = Migration.builder(id, pluginId, version)
                        .name(name.description().isEmpty() ? shown : name.description())
                        .extension("x-flyway", extension(name, shown, script))
                        .step(step("script", script));
                if (undo != null) {
                    builder.downStep(step("undo", FlywayScript.read(undo, files)));
                }
                migrations.add(new MigrationReader().read(shown, MigrationWriter.write(builder.build())));
            } catch (UnconvertedException | GodwitException | IllegalArgumentException refused) {
                hand(shown, String.valueOf(refused.getMessage()));
            }
        }

        private Step step(String id, FlywayScript script) {
            StepBuilder builder = Step.builder(id);
            String text = script.filled(placeholders);
            SqlSource source = new SqlScript(text, Position.NONE);
            if (universal.accepts(source)) {
                builder.sql(EngineSql.UNIVERSAL, source);
            } else {
                engines.forEach(engine -> builder.sql(engine.engine(), source));
            }
            boolean outside = !script.settings().transactional()
                    || engines.stream().anyMatch(engine -> refusesTransaction(engine, text));
            return (outside ? builder.notTransactional() : builder).build();
        }

        /** Flyway leaves the transaction out by itself where a statement of the script cannot run in one. */
        private static boolean refusesTransaction(Dialect engine, String text) {
            try {
                return new StatementSplitter(engine.splitter())
                        .split(text).stream()
                                .map(sql -> LEADING_COMMENTS.matcher(sql).replaceFirst(""))
                                .anyMatch(engine.transactions()::refuses);
            } catch (IllegalArgumentException anothers) {
                return false;
            }
        }

        private static String extension(FlywayName name, String shown, FlywayScript script) {
            return "{\"version\":" + JsonWords.text(name.dotted()) + ",\"script\":" + JsonWords.text(shown)
                    + ",\"checksum\":" + FlywayChecksum.of(script.text()) + "}";
        }

        private void hand(String place, String words) {
            byHand.add(new Problem(place, "", 0, 0, words));
        }

        private void note(String place, String words) {
            notes.add(new Problem(place, "", 0, 0, words));
        }
    }
}
