package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scripts of a folder and those below it, by what their names say. For one thread. */
final class FlywayScripts {

    static final String SQL = ".sql";

    private final Map<Character, TreeMap<List<BigInteger>, Path>> numbered = Map.of(
            'V', new TreeMap<>(FlywayName.ORDER),
            'U', new TreeMap<>(FlywayName.ORDER),
            'B', new TreeMap<>(FlywayName.ORDER));
    private final List<Path> repeated = new ArrayList<>();
    private final List<Problem> others = new ArrayList<>();
    private final ConfinedFiles files;
    private final int count;

    /** @throws ChangelogRefusedException if two of a kind have one version */
    FlywayScripts(ConfinedFiles files) throws IOException {
        this.files = files;
        List<Path> all;
        try (Stream<Path> walk = Files.walk(files.root())) {
            all = walk.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        all.forEach(this::sort);
        count = all.size();
    }

    private void sort(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        FlywayName known =
                FlywayName.of(dot < 0 ? name : name.substring(0, dot)).orElse(null);
        if (known != null && !name.endsWith(SQL) && !name.endsWith(".conf")) {
            other(file, "is a migration in Java, or another program: say what it does in SQL, or in the host");
        } else if (name.endsWith(SQL) && known == null) {
            other(file, "is no migration, but perhaps a callback, which a migration has none of");
        } else if (known != null && name.endsWith(SQL)) {
            put(file, known);
        }
    }

    private void put(Path file, FlywayName name) {
        TreeMap<List<BigInteger>, Path> same = numbered.get(name.kind());
        if (same == null) {
            repeated.add(file);
            return;
        }
        Path other = same.putIfAbsent(name.version(), file);
        if (other != null) {
            throw new ChangelogRefusedException(
                    files.shown(file), "has version " + name.dotted() + ", as " + files.shown(other) + " has");
        }
    }

    private void other(Path file, String words) {
        others.add(new Problem(files.shown(file), "", 0, 0, words));
    }

    /** All {@code V}, {@code U} or {@code B} scripts by their versions. */
    SortedMap<List<BigInteger>, Path> all(char kind) {
        return numbered.getOrDefault(kind, new TreeMap<>(FlywayName.ORDER));
    }

    /** Those that Flyway runs on an empty database: the newest baseline, and what is newer. */
    List<Path> chosen() {
        List<Path> chosen = new ArrayList<>();
        baseline().ifPresent(baseline -> chosen.add(baseline.getValue()));
        all('V').forEach((version, script) -> {
            if (!isSummedUp(version)) {
                chosen.add(script);
            }
        });
        return chosen;
    }

    /** The newest one. */
    Optional<Map.Entry<List<BigInteger>, Path>> baseline() {
        SortedMap<List<BigInteger>, Path> baselines = all('B');
        return baselines.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.entry(baselines.lastKey(), baselines.get(baselines.lastKey())));
    }

    /** Whether the newest baseline has in it what this version does. */
    boolean isSummedUp(List<BigInteger> version) {
        return baseline()
                .filter(baseline -> FlywayName.ORDER.compare(version, baseline.getKey()) <= 0)
                .isPresent();
    }

    /** What its name says; only for one that was found here. */
    static FlywayName name(Path file) {
        String name = file.getFileName().toString();
        return FlywayName.of(name.substring(0, name.length() - SQL.length())).orElseThrow();
    }

    /** {@code R} scripts, by their names. */
    List<Path> repeated() {
        return List.copyOf(repeated);
    }

    /** Files that are no scripts, and yet may be Flyway's. */
    List<Problem> others() {
        return List.copyOf(others);
    }

    /** How many files there are. */
    int count() {
        return count;
    }
}
