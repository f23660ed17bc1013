package io.godwit.changelog;

import io.godwit.dialect.Statement;
import io.godwit.history.AuditHead;
import io.godwit.history.History;
import io.godwit.plan.Handling;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one self-contained SQL file of a plan, for an engine's own client, and one that takes all of it back: every statement, and the
 * history that lets Godwit go on from there as if it had run the plan itself. For one call, on one thread.
 */
public final class MigrationSqlPackage {

    private final Rendering rendering;
    private final Plan up;
    private final @Nullable Plan down;
    private final String noWayBack;
    private final SqlPackageOptions options;
    private final @Nullable ScriptedRows rows;

    /**
     * Of a plan.
     *
     * @param down what takes it back; null if there is no way back
     * @param noWayBack why there is none; empty if there is
     * @param rows what comes in behind the migrations; null for nothing
     */
    public MigrationSqlPackage(
            Rendering rendering,
            Plan up,
            @Nullable Plan down,
            String noWayBack,
            SqlPackageOptions options,
            @Nullable ScriptedRows rows) {
        this.rows = rows;
        this.rendering = rendering;
        this.up = up;
        boolean adopts = up.migrations().stream().anyMatch(migration -> migration.handling() == Handling.ADOPT);
        this.down = adopts ? null : down;
        this.noWayBack = adopts ? "what was there before is adopted, and stays when it is taken back" : noWayBack;
        this.options = options;
    }

    /** Where the other file goes. */
    public static Path rollbackOf(Path output) {
        return output.resolveSibling(output.getFileName() + ".rollback.sql");
    }

    /**
     * Writes both files.
     *
     * @param history what is applied where the file will run
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     */
    public SqlPackageReport write(History history, Path output) {
        Findings findings = new Findings(options.keepsFindings());
        if (up.isEmpty()) {
            findings.mustNot(output.toString(), "there is nothing to do: all that was asked for is applied");
        }
        if (history.installed() && !history.upToDate()) {
            findings.mustNot(
                    output.toString(), "the history has an older layout: run migrate once, which brings it up to date");
        }
        new StaticPlan(up).look(findings);
        Findings wayBack = new Findings(options.keepsFindings());
        if (down != null) {
            new StaticPlan(down).look(wayBack);
        }
        findings.refuseIfAny();
        try {
            return write(history, output, findings, wayBack);
        } catch (IOException failure) {
            throw new UncheckedIOException(output + " could not be written: " + failure.getMessage(), failure);
        }
    }

    private SqlPackageReport write(History history, Path output, Findings findings, Findings wayBack)
            throws IOException {
        String obstacle = down == null ? noWayBack : wayBack.problems();
        Plan back = obstacle.isEmpty() ? down : null;
        ScriptedHistory forth = new ScriptedHistory(rendering.dialect(), up, history.head(), options);
        SqlScript script = new SqlScript(rendering, up, forth, rows);
        List<SqlScript.Section> sections = script.sections(!history.installed());
        Path rollback = rollbackOf(output);
        try (OutputFile file = OutputFile.at(output)) {
            SqlPackageHead head = new SqlPackageHead(rendering.dialect(), up, script.isOneTransaction());
            List<String> lines =
                    head.forth(history.head(), forth.head(), back == null ? obstacle : "", rollback, findings.notes());
            if (rows != null) {
                lines.addAll(rows.head());
            }
            int statements = write(file, lines, sections);
            if (back != null) {
                writeBack(back, forth.head(), rollback, output, wayBack);
            }
            file.commit();
            return new SqlPackageReport(
                    up.migrations().stream().map(MigrationPlan::id).toList(),
                    statements,
                    rows == null ? 0 : rows.rows(),
                    file.bytes(),
                    back == null ? null : rollback,
                    obstacle,
                    findings.notes());
        }
    }

    private void writeBack(Plan back, AuditHead from, Path rollback, Path output, Findings findings)
            throws IOException {
        ScriptedHistory history = new ScriptedHistory(rendering.dialect(), back, from, options);
        SqlScript script = new SqlScript(rendering, back, history);
        List<SqlScript.Section> sections = script.sections(false);
        try (OutputFile file = OutputFile.at(rollback)) {
            SqlPackageHead head = new SqlPackageHead(rendering.dialect(), back, script.isOneTransaction());
            write(file, head.back(from, history.head(), output, findings.notes()), sections);
            file.commit();
        }
    }

    private int write(OutputFile file, List<String> head, List<SqlScript.Section> sections) throws IOException {
        PackageWriter writer =
                new PackageWriter(rendering.dialect().nativeScript().inParts(), file);
        writer.begin(head);
        int statements = 0;
        for (SqlScript.Section section : sections) {
            writer.statements(section.title(), section.statements());
            statements += section.statements().size() + section.behind().size();
            if (section.rows() != null) {
                statements += write(writer, section.rows());
            }
            writer.add(section.behind());
        }
        writer.end();
        return statements;
    }

    private static int write(PackageWriter writer, ScriptedRows rows) throws IOException {
        int[] statements = new int[1];
        rows.writeTo(new ScriptedRows.Taker() {
            @Override
            public void begin(String title) {
                writer.comment(title);
            }

            @Override
            public void take(Statement statement) throws IOException {
                writer.add(statement);
                statements[0]++;
            }
        });
        return statements[0];
    }
}
