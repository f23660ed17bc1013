package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a package of what ran where the changelog is files of formatted SQL alone, without Liquibase, in about the time that it takes to copy
 * them. Only what surely becomes what Liquibase would make of it is made: anything else, and all that would be refused, is left to
 * {@link LiquibasePackaging}, which also finds the words. For one call.
 */
final class PlainPackaging {

    private static final Pattern HARMLESS = Pattern.compile(
            "liquibase[._](analytics|log|home|headless|show|version|license|secure|command).*",
            Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;
    private final LiquibaseSource source;
    private final List<RanChange> rows;
    private final Findings findings = new Findings(false);
    private final ScriptChecksum checksum = new ScriptChecksum();

    private PlainPackaging(Dialect dialect, LiquibaseSource source, List<RanChange> rows) {
        this.dialect = dialect;
        this.source = source;
        this.rows = rows;
    }

    /** Empty if it is not plain. */
    static Optional<PackageReport> make(
            Dialect dialect, LiquibaseSource source, List<RanChange> history, Path output, @Nullable FileTrace trace) {
        if (hasSettings()) {
            return Optional.empty();
        }
        List<RanChange> wanted = new ArrayList<>();
        for (RanChange row : TagRange.of(source, history)) {
            if (source.files().accepts(row.file())) {
                wanted.add(row);
            }
        }
        try {
            return Optional.of(new PlainPackaging(dialect, source, wanted).make(output, trace));
        } catch (NotPlainException | IOException left) {
            return Optional.empty();
        }
    }

    /** Settings of Liquibase's own may change encodings, checksums and how statements are split; some surely do not. */
    private static boolean hasSettings() {
        return System.getProperties().stringPropertyNames().stream().anyMatch(PlainPackaging::isSetting)
                || System.getenv().keySet().stream().anyMatch(PlainPackaging::isSetting);
    }

    private static boolean isSetting(String name) {
        return name.regionMatches(true, 0, "liquibase", 0, "liquibase".length())
                && !HARMLESS.matcher(name).matches();
    }

    private PackageReport make(Path output, @Nullable FileTrace trace) throws IOException, NotPlainException {
        ConfinedFiles files = new ConfinedFiles(source.root().toRealPath(), FileLimits.STANDARD, trace);
        List<String> names = new PlainIncludes(files).scripts(source.changelog());
        HistoryTemplate template = HistoryTemplates.of(dialect, source);
        RowNotes notes = new RowNotes(findings);
        for (RanChange row : rows) {
            if (!isVerifiable(row) && notes.checksum(row) != null) {
                throw new NotPlainException("the checksum " + row.checksum());
            }
            notes.again(row);
        }
        try (PlainScripts scripts = new PlainScripts(names, rows, files, template.engine());
                OutputFile file = OutputFile.at(output)) {
            int sets = write(template, scripts, file);
            file.commit();
            return new PackageReport(sets, rows.size(), file.bytes(), findings.notes());
        }
    }

    private static boolean isVerifiable(RanChange row) {
        return row.checksum() != null
                && (row.checksum().startsWith("9:") || row.checksum().startsWith("8:"));
    }

    private int write(HistoryTemplate template, PlainScripts scripts, OutputFile file)
            throws IOException, NotPlainException {
        PackageText text = new PackageText(dialect, source, file);
        text.begin(rows.size(), findings.notes(), template.tables());
        int sets = 0;
        for (RanChange row : rows) {
            ScriptSet set = scripts.find(row);
            verify(set, row);
            List<Statement> statements = row.executed() ? set.statements(template.carriageReturns()) : List.of();
            text.change(row, row.executed(), statements, List.of(template.row(row)));
            sets += row.executed() ? 1 : 0;
        }
        scripts.readRest();
        text.end(template.table());
        return sets;
    }

    private void verify(ScriptSet set, RanChange row) throws NotPlainException {
        boolean chosen = set.head().isChosen()
                && !(source.contexts().isEmpty() && source.labels().isEmpty());
        if (chosen || (isVerifiable(row) && !checksum.of(set, version(row)).equals(row.checksum()))) {
            throw new NotPlainException("contexts, or the checksum of " + row.place());
        }
    }

    private static int version(RanChange row) {
        return String.valueOf(row.checksum()).charAt(0) - '0';
    }
}
