package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationWriter;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes what became of a changelog into a folder: a document for each migration, and a report. Stateless. */
public final class ConversionFolder {

    /** What the report is called. */
    public static final String REPORT = "conversion-report.md";

    private ConversionFolder() {}

    /**
     * Writes documents and report.
     *
     * @param folder is made if it is not there, and must be empty
     * @throws ChangelogRefusedException if there is something in it
     */
    public static void write(Conversion conversion, String source, Path folder) {
        try {
            refuseFilled(folder);
            Files.createDirectories(folder);
            for (Migration migration : conversion.migrations()) {
                Files.writeString(folder.resolve(migration.id() + ".json"), MigrationWriter.write(migration));
            }
            report(conversion, source, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the folder " + folder + " could not be written: " + failure.getMessage(), failure);
        }
    }

    static void refuseFilled(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ChangelogRefusedException(folder.toString(), "is there, and is no folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new ChangelogRefusedException(folder.toString(), "is not empty: name a new folder");
                }
            }
        }
    }

    static void report(Conversion conversion, String source, Path folder) throws IOException {
        Files.writeString(folder.resolve(REPORT), text(conversion, source));
    }

    private static String text(Conversion conversion, String source) {
        StringBuilder text = new StringBuilder("# Conversion of " + line(source) + "\n\n");
        text.append(conversion.sources())
                .append(" read, ")
                .append(conversion.migrations().size())
                .append(" migrations written, ")
                .append(conversion.byHand().size())
                .append(" left to do by hand.\n");
        section(text, "Left to do by hand", conversion.byHand());
        section(text, "To know", conversion.notes());
        text.append("\n## Migrations\n\n| migration | from | engines |\n|---|---|---|\n");
        for (Migration migration : conversion.migrations()) {
            String engines =
                    migration.databaseEngines().isEmpty() ? "all" : String.join(", ", migration.databaseEngines());
            text.append("| ")
                    .append(migration.id())
                    .append(" | ")
                    .append(line(migration.name() == null ? "" : migration.name())
                            .replace("|", "\\|"))
                    .append(" | ")
                    .append(engines)
                    .append(" |\n");
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<Problem> problems) {
        if (!problems.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            problems.forEach(problem ->
                    text.append("- ").append(line(problem.toString())).append('\n'));
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
