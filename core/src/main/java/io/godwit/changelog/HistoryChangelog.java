package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * Writes the change sets that ran, in the order in which they ran, as one changelog in XML, which Liquibase takes for the files that they
 * come from. The only way into what needs Liquibase; for one thread of {@link LiquibaseThread}.
 */
final class HistoryChangelog {

    private static final String NAME = "godwit-changelog.xml";

    private final LiquibaseSource source;
    private final LiquibaseReader reader;
    private final Findings findings;
    private final ChangelogDocument document = new ChangelogDocument();

    private HistoryChangelog(LiquibaseSource source, LiquibaseReader reader) {
        this.source = source;
        this.reader = reader;
        this.findings = new Findings(source.keepsFindings());
    }

    static PackageReport make(Dialect dialect, LiquibaseSource source, List<RanChange> rows, Path output) {
        return LiquibaseThread.call(source.changelog(), () -> {
            try (LiquibaseReader reader = new LiquibaseReader(source, dialect)) {
                return new HistoryChangelog(source, reader).make(rows, output);
            }
        });
    }

    private PackageReport make(List<RanChange> history, Path output) throws Exception {
        DatabaseChangeLog changelog = reader.read();
        List<FoundChange> chosen = new ArrayList<>();
        reader.within(() -> {
            chosen.addAll(chosen(history, changelog));
            chosen.forEach(this::add);
        });
        compare(chosen);
        findings.refuseIfAny();
        try (OutputFile file = OutputFile.at(output)) {
            file.write(document.bytes());
            file.commit();
            return new PackageReport(chosen.size(), chosen.size(), file.bytes(), findings.notes());
        }
    }

    private List<FoundChange> chosen(List<RanChange> history, DatabaseChangeLog changelog) {
        ChangeSets sets = new ChangeSets(changelog, reader.database(), findings);
        PlannedSets planned = new PlannedSets(source, reader);
        List<FoundChange> chosen = new ArrayList<>();
        for (RanChange row : TagRange.of(source, history)) {
            ChangeSet set = sets.find(row).orElse(null);
            if (source.files().accepts(row.file()) && (set == null || planned.isWanted(set))) {
                sets.verify(row, set);
                if (set != null) {
                    chosen.add(new FoundChange(row, set, true));
                }
            }
        }
        return chosen;
    }

    private void add(FoundChange found) {
        ChangeSet set = found.set();
        if (set == null) {
            return;
        }
        InlinedFiles files = new InlinedFiles(set, found.row().place(), findings);
        files.inline();
        InheritedWords.toSet(set, found.row().place(), findings);
        document.add(set, found.row());
        if (files.hasInlined() && found.row().checksum() != null) {
            document.accept(found.row(), found.row().checksum());
        }
    }

    /** What Liquibase reads in the document must be what ran; only text that stood in a file may have another checksum. */
    private void compare(List<FoundChange> chosen) throws Exception {
        Path folder = Files.createTempDirectory("godwit");
        Path file = folder.resolve(NAME);
        try {
            Files.write(file, document.bytes());
            Findings ignored = new Findings(true);
            ChangeSets sets = new ChangeSets(reader.read(NAME, folder), reader.database(), ignored);
            reader.within(() -> chosen.forEach(
                    found -> compare(found.row(), sets.find(found.row()).orElse(null))));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private void compare(RanChange row, @Nullable ChangeSet set) {
        CheckSum stored = row.checksum() == null ? null : CheckSum.parse(row.checksum());
        boolean same = set != null
                && (stored == null || stored.getVersion() < RowNotes.OLDEST_CHECKSUM || set.isCheckSumValid(stored));
        if (!same) {
            findings.problem(row.place(), "has something that a changelog in XML does not say, or says otherwise");
        }
    }
}
