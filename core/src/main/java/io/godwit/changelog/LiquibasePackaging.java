package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/** Makes one package, once; the only way into what needs Liquibase. For one thread of {@link LiquibaseThread}. */
final class LiquibasePackaging {

    private final Dialect dialect;
    private final LiquibaseSource source;
    private final @Nullable FileTrace trace;
    private final Findings findings;

    LiquibasePackaging(Dialect dialect, LiquibaseSource source, @Nullable FileTrace trace) {
        this.dialect = dialect;
        this.source = source;
        this.trace = trace;
        this.findings = new Findings(source.keepsFindings());
    }

    /** @throws NoClassDefFoundError if it is not */
    static boolean isAvailable() {
        return DatabaseChangeLog.class.getName().startsWith("liquibase");
    }

    static PackageReport make(
            Dialect dialect,
            LiquibaseSource source,
            @Nullable List<RanChange> rows,
            Path output,
            @Nullable FileTrace trace) {
        return LiquibaseThread.call(
                source.changelog(), () -> new LiquibasePackaging(dialect, source, trace).make(rows, output));
    }

    private PackageReport make(@Nullable List<RanChange> history, Path output) throws Exception {
        try (LiquibaseReader reader = new LiquibaseReader(source, dialect, trace)) {
            return make(reader, history, output);
        }
    }

    private PackageReport make(LiquibaseReader reader, @Nullable List<RanChange> history, Path output)
            throws Exception {
        PlannedChanges planned = new PlannedChanges(source, reader, reader.read(), findings);
        List<FoundChange> changes = new ArrayList<>();
        ChangeSetRenderer renderer = new ChangeSetRenderer(reader, findings);
        List<List<Statement>> statements = new ArrayList<>();
        reader.within(() -> {
            for (FoundChange change : history == null ? planned.all() : planned.of(history)) {
                List<Statement> rendered = change.set() == null ? List.of() : renderer.render(change.set());
                if (change.wanted()) {
                    changes.add(change);
                    statements.add(rendered);
                }
            }
        });
        findings.refuseIfAny();
        try (OutputFile file = OutputFile.at(output)) {
            write(changes, statements, new HistoryRenderer(reader.database()), file);
            file.commit();
            int sets = (int)
                    changes.stream().filter(change -> change.set() != null).count();
            return new PackageReport(sets, changes.size(), file.bytes(), findings.notes());
        }
    }

    private void write(
            List<FoundChange> changes, List<List<Statement>> statements, HistoryRenderer history, OutputFile file)
            throws IOException {
        PackageText text = new PackageText(dialect, source, file);
        text.begin(changes.size(), findings.notes(), history.tables());
        for (int index = 0; index < changes.size(); index++) {
            FoundChange change = changes.get(index);
            text.change(change.row(), change.set() != null, statements.get(index), history.row(change.row()));
        }
        text.end(history.table());
    }
}
