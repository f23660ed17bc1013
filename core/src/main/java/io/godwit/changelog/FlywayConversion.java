package io.godwit.changelog;

import io.godwit.dialect.Dialect;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes portable migrations of a folder of Flyway's: {@code V} scripts in the order of their versions with their {@code U} scripts as down
 * sides, then {@code R} scripts. Immutable and thread-safe.
 */
public final class FlywayConversion {

    private static final String SQL = ".sql";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final List<Dialect> engines;
    private final Path folder;
    private final String pluginId;
    private final Map<String, String> placeholders;

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
        this.placeholders = Map.copyOf(placeholders);
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

        private final TreeMap<List<BigInteger>, Path> versioned = new TreeMap<>(FlywayName.ORDER);
        private final TreeMap<List<BigInteger>, Path> undone = new TreeMap<>(FlywayName.ORDER);
        private final List<Path> repeated = new ArrayList<>();
        private final List<Migration> migrations = new ArrayList<>();
        private final List<Problem> byHand = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();
        private int number;
        private final UniversalCheck universal = new UniversalCheck(engines);

        Conversion convert(ConfinedFiles files) throws IOException {
            List<Path> all = all(files.root());
            for (Path file : all) {
                sort(file, files);
            }
            String last = "1.0.0";
            for (Map.Entry<List<BigInteger>, Path> script : versioned.entrySet()) {
                FlywayName name = name(script.getValue());
                last = version(name, last);
                add(script.getValue(), name, last, undone.remove(script.getKey()), files);
            }
            for (Path script : repeated) {
                note(
                        files.shown(script),
                        "ran anew whenever it changed; as a migration it runs once: say a change in a new one");
                add(script, name(script), last, null, files);
            }
            undone.values()
                    .forEach(script -> hand(files.shown(script), "undoes a version of which there is no script"));
            return new Conversion(all.size(), migrations, byHand, notes);
        }

        private static List<Path> all(Path root) throws IOException {
            try (Stream<Path> walk = Files.walk(root)) {
                return walk.filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(Path::toString))
                        .toList();
            }
        }

        private void sort(Path file, ConfinedFiles files) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            FlywayName known =
                    FlywayName.of(dot < 0 ? name : name.substring(0, dot)).orElse(null);
            String shown = files.shown(file);
            if (known != null && !name.endsWith(SQL) && !name.endsWith(".conf")) {
                hand(shown, "is a migration in Java, or another program: say what it does in SQL, or in the host");
            } else if (name.endsWith(SQL) && known == null) {
                hand(shown, "is no migration, but perhaps a callback, which a migration has none of");
            } else if (known != null && name.endsWith(SQL)) {
                sort(file, known, shown, files);
            }
        }

        private void sort(Path file, FlywayName name, String shown, ConfinedFiles files) {
            switch (name.kind()) {
                case 'V' -> put(versioned, name, file, files);
                case 'U' -> put(undone, name, file, files);
                case 'R' -> repeated.add(file);
                default -> hand(shown, "is a baseline: keep it instead of what it sums up, or leave it out");
            }
        }

        private void put(Map<List<BigInteger>, Path> scripts, FlywayName name, Path file, ConfinedFiles files) {
            Path other = scripts.putIfAbsent(name.version(), file);
            if (other != null) {
                throw new ChangelogRefusedException(
                        files.shown(file), "has version " + name.dotted() + ", as " + files.shown(other) + " has");
            }
        }

        private static FlywayName name(Path file) {
            String name = file.getFileName().toString();
            return FlywayName.of(name.substring(0, name.length() - SQL.length()))
                    .orElseThrow();
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

        private void add(Path script, FlywayName name, String version, Path undo, ConfinedFiles files)
                throws IOException {
            String shown = files.shown(script);
            number++;
            try {
                String text = text(script, files);
                String slug = name.description().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                String id = String.format(Locale.ROOT, "%s-%04d-%s", pluginId, number, slug)
                        .replaceAll("-+$", "");
                MigrationBuilder builder = Migration.builder(id, pluginId, version)
                        .name(name.description().isEmpty() ? shown : name.description())
                        .extension("x-flyway", extension(name, shown, script, files))
                        .step(step("script", text, outside(script)));
                if (undo != null) {
                    builder.downStep(step("undo", text(undo, files), outside(undo)));
                }
                migrations.add(new MigrationReader().read(shown, MigrationWriter.write(builder.build())));
            } catch (UnconvertedException | GodwitException | IllegalArgumentException refused) {
                hand(shown, String.valueOf(refused.getMessage()));
            }
        }

        private String text(Path script, ConfinedFiles files) throws IOException {
            String text = ScriptText.of(files.read(script));
            return PLACEHOLDER.matcher(text).replaceAll(found -> {
                String value = placeholders.get(found.group(1));
                if (value == null) {
                    throw new UnconvertedException(
                            "the placeholder " + found.group() + " has no value: say -D " + found.group(1) + "=VALUE");
                }
                return Matcher.quoteReplacement(value);
            });
        }

        private Step step(String id, String text, boolean outside) {
            StepBuilder builder = Step.builder(id);
            SqlSource source = new SqlScript(text, Position.NONE);
            if (universal.accepts(source)) {
                builder.sql(EngineSql.UNIVERSAL, source);
            } else {
                engines.forEach(engine -> builder.sql(engine.engine(), source));
            }
            return (outside ? builder.notTransactional() : builder).build();
        }

        /** Whether the script's own settings keep it out of a transaction. */
        private static boolean outside(Path script) throws IOException {
            Path settings = script.resolveSibling(script.getFileName() + ".conf");
            return Files.isRegularFile(settings)
                    && Files.readString(settings).matches("(?is).*executeInTransaction\\s*=\\s*false.*");
        }

        private static String extension(FlywayName name, String shown, Path script, ConfinedFiles files)
                throws IOException {
            return "{\"version\":" + JsonWords.text(name.dotted()) + ",\"script\":" + JsonWords.text(shown)
                    + ",\"checksum\":" + FlywayChecksum.of(ScriptText.of(files.read(script))) + "}";
        }

        private void hand(String place, String words) {
            byHand.add(new Problem(place, "", 0, 0, words));
        }

        private void note(String place, String words) {
            notes.add(new Problem(place, "", 0, 0, words));
        }
    }
}
