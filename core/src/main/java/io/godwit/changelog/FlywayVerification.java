package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** Sets what Flyway ran beside the scripts of its folder. For one use. */
final class FlywayVerification {

    private final ConfinedFiles files;
    private final FlywayPlaceholders placeholders;
    private final FlywayScripts scripts;
    private final List<Problem> problems = new ArrayList<>();
    private final List<AdoptedChange> changes = new ArrayList<>();

    /** @throws IOException if the folder cannot be read */
    FlywayVerification(ConfinedFiles files, FlywayPlaceholders placeholders) throws IOException {
        this.files = files;
        this.placeholders = placeholders;
        this.scripts = new FlywayScripts(files);
    }

    /** @throws ChangelogRefusedException with every row that does not go with the folder */
    List<AdoptedChange> verify(FlywayRows rows) throws IOException {
        List<FlywayRow> standing = rows.standing();
        rows.start().ifPresent(start -> taken(start));
        baseline(rows);
        for (FlywayRow row : standing) {
            if (!row.success()) {
                problem(row.script(), "failed when it ran: repair it with Flyway first");
            } else {
                if (row.isScript()) {
                    script(row);
                }
                changes.add(new AdoptedChange(row.script(), true));
            }
        }
        if (!problems.isEmpty()) {
            throw new ChangelogRefusedException(problems);
        }
        return List.copyOf(changes);
    }

    /** What was there before Flyway came is only marked. */
    private void taken(List<BigInteger> start) {
        SortedMap<List<BigInteger>, Path> all = scripts.all('V');
        all.forEach((version, script) -> {
            if (FlywayName.ORDER.compare(version, start) <= 0) {
                changes.add(new AdoptedChange(files.shown(script), false));
            }
        });
    }

    /** A baseline that did not run here, and that the migrations begin with, is what the scripts that it sums up did. */
    private void baseline(FlywayRows rows) {
        scripts.baseline().ifPresent(baseline -> {
            String shown = files.shown(baseline.getValue());
            boolean ran = rows.standing().stream().anyMatch(row -> row.script().equals(shown));
            List<BigInteger> newest = rows.newest().orElse(List.of());
            if (ran) {
                return;
            }
            if (FlywayName.ORDER.compare(newest, baseline.getKey()) < 0) {
                problem(shown, "sums up more than ran here: bring this database up to its version with Flyway first");
            } else {
                boolean taken = rows.start()
                        .filter(start -> FlywayName.ORDER.compare(start, baseline.getKey()) >= 0)
                        .isPresent();
                changes.add(new AdoptedChange(shown, !taken));
            }
        });
    }

    private void script(FlywayRow row) throws IOException {
        Path file;
        try {
            file = files.file(row.script(), files.root());
        } catch (IOException absent) {
            if (row.version() == null || !scripts.isSummedUp(row.numbers())) {
                problem(row.script(), "the history has this script, and the folder has not: " + absent.getMessage());
            }
            return;
        }
        try {
            FlywayScript script = FlywayScript.read(file, files);
            int now = FlywayChecksum.of(script.text());
            if (row.checksum() != null && now != row.checksum() && !isFilled(row, script)) {
                problem(
                        row.script(),
                        "was changed after it ran: the history has " + row.checksum() + ", the file is now " + now);
            }
        } catch (UnconvertedException unknown) {
            problem(row.script(), "cannot be verified: " + unknown.getMessage());
        }
    }

    /** What is repeated runs again when a value changes: Flyway takes the checksum with the values in it. */
    private boolean isFilled(FlywayRow row, FlywayScript script) {
        return row.version() == null && Objects.equals(row.checksum(), FlywayChecksum.of(script.filled(placeholders)));
    }

    private void problem(String place, String words) {
        problems.add(new Problem(place, "", 0, 0, words));
    }
}
