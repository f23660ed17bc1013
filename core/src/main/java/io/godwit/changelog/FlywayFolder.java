package io.godwit.changelog;

import io.godwit.dialect.NativeScript;
import io.godwit.dialect.Statement;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the scripts of a plan as a folder of Flyway's: one {@code V} script a migration, and {@code U} scripts for its way back. Stateless. */
public final class FlywayFolder {

    private static final String DELIMITER = "DELIMITER ";
    private static final List<String> DELIMITERS = List.of("$$", "//", "@@", "%%", "$$$$", "////", "@@@@", "%%%%");

    private FlywayFolder() {}

    /**
     * Writes the folder, with a report.
     *
     * @param up all up sides, from an empty database
     * @param down all down sides; null if there are none to be had
     * @param script how the engine's own client would have them; Flyway itself says where a transaction begins and ends
     * @param folder is made if it is not there, and must be empty
     * @return what was written, and what has no form in a script
     * @throws io.godwit.failure.ChangelogRefusedException if there is something in the folder
     */
    public static Conversion write(Plan up, @Nullable Plan down, NativeScript script, Path folder) {
        NativeScript parts = script.inParts();
        List<Problem> byHand = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        try {
            ConversionFolder.refuseFilled(folder);
            Files.createDirectories(folder);
            Map<String, MigrationPlan> back = new HashMap<>();
            if (down == null) {
                notes.add(note("", "there are no U scripts: some migration has no way back"));
            } else {
                down.migrations().forEach(migration -> back.put(migration.id(), migration));
            }
            int number = 0;
            for (MigrationPlan migration : up.migrations()) {
                if (migration.skipped()) {
                    notes.add(note(migration.id(), "is not for " + up.engine() + ", and is left out"));
                    continue;
                }
                number++;
                String stem = String.format(Locale.ROOT, "%d__%s", number, migration.id());
                write(folder.resolve("V" + stem + ".sql"), migration, parts, byHand);
                MigrationPlan undo = back.get(migration.id());
                if (undo != null) {
                    write(folder.resolve("U" + stem + ".sql"), undo, parts, byHand);
                }
            }
            List<Migration> all =
                    up.migrations().stream().map(MigrationPlan::migration).toList();
            Conversion conversion = new Conversion(all.size(), all, byHand, notes);
            ConversionFolder.report(conversion, "portable migrations for " + up.engine(), folder);
            return conversion;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the folder " + folder + " could not be written: " + failure.getMessage(), failure);
        }
    }

    private static void write(Path file, MigrationPlan migration, NativeScript script, List<Problem> byHand)
            throws IOException {
        StringBuilder text = new StringBuilder();
        for (StepPlan step : migration.steps()) {
            String place = migration.id() + ", step " + step.step().id();
            text.append("-- step ").append(line(step.step().id())).append('\n');
            if (step.preValidation() != null || step.postValidation() != null) {
                byHand.add(note(place, "its validations have no form in a script of Flyway's"));
            }
            if (step.transform() != null) {
                byHand.add(note(place, "moves rows in batches, which a script of Flyway's cannot"));
            }
            if (step.step().skipOnError()) {
                byHand.add(note(place, "may be skipped when it fails, and a script of Flyway's may not"));
            }
            for (Statement statement : step.statements()) {
                text.append(written(statement, script)).append('\n');
            }
        }
        Files.writeString(file, text);
        String settings =
                (migration.steps().stream().allMatch(StepPlan::transactional) ? "" : "executeInTransaction=false\n")
                        + (text.indexOf("${") < 0 ? "" : "placeholderReplacement=false\n");
        if (!settings.isEmpty()) {
            Files.writeString(file.resolveSibling(file.getFileName() + ".conf"), settings);
        }
    }

    /** Flyway takes no letters in a delimiter. */
    private static String written(Statement statement, NativeScript script) {
        String before = String.join("\n", script.before(statement));
        String end = script.terminator(statement);
        if (before.startsWith(DELIMITER)) {
            String mark = DELIMITERS.stream()
                    .filter(symbols -> !statement.sql().contains(symbols))
                    .findFirst()
                    .orElse(before.substring(DELIMITER.length()));
            end = end.replace(before.substring(DELIMITER.length()), mark);
            before = DELIMITER + mark;
        }
        return before + (before.isEmpty() ? "" : "\n") + statement.sql() + end;
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static Problem note(String place, String words) {
        return new Problem(place, "", 0, 0, words);
    }
}
