package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import io.godwit.failure.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the parts of a package in their order: its head, the history's tables, each change set with its row, what to compare. For one thread. */
final class PackageText {

    private final Dialect dialect;
    private final LiquibaseSource source;
    private final PackageWriter writer;
    private int first = Integer.MAX_VALUE;
    private int rows;

    PackageText(Dialect dialect, LiquibaseSource source, OutputFile file) {
        this.dialect = dialect;
        this.source = source;
        this.writer = new PackageWriter(dialect.nativeScript().plain(), file);
    }

    /** @param tables the statements that make the history's tables */
    void begin(int changeSets, List<Problem> findings, List<Statement> tables) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Changelog " + source.changelog() + " for " + dialect.engine() + " " + dialect.version() + ": "
                + changeSets + " change sets.");
        for (Problem finding : findings) {
            lines.add("FINDING " + finding);
        }
        writer.begin(lines);
        if (!source.continues()) {
            writer.statements("The history of Liquibase.", tables);
        }
    }

    /**
     * One change set.
     *
     * @param ran whether its SQL ran
     * @param statements its SQL
     * @param history what writes its row
     */
    void change(RanChange row, boolean ran, List<Statement> statements, List<Statement> history) throws IOException {
        String title = "Change set " + row.order() + ": " + row.place() + " " + row.execType() + " " + row.checksum();
        writer.statements(ran ? title : title + " (no SQL ran)", statements);
        writer.add(history);
        first = Math.min(first, row.order());
        rows++;
    }

    /** @param table the history's */
    void end(String table) throws IOException {
        String check = "SELECT COUNT(*) AS change_sets, " + rows + " AS expected FROM " + table
                + " WHERE ORDEREXECUTED >= " + (rows == 0 ? 0 : first);
        writer.statements("What was expected, beside what is there.", List.of(Statement.of(check)));
        writer.end();
    }
}
