package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.dialect.Statement;
import io.godwit.history.AuditHead;
import io.godwit.history.HistoryQuestions;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.SqlKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as the statements of one file, with the history that they leave. For one thread. */
final class SqlScript {

    /**
     * Statements that belong together, and what they are.
     *
     * @param rows what comes behind them; null for nothing
     * @param behind what comes behind the rows
     */
    record Section(
            String title,
            List<Statement> statements,
            @Nullable ScriptedRows rows,
            List<Statement> behind) {

        Section {
            statements = List.copyOf(statements);
            behind = List.copyOf(behind);
        }

        Section(String title, List<Statement> statements) {
            this(title, statements, null, List.of());
        }
    }

    private static final String ROWS = "The rows.";

    private final Rendering rendering;
    private final Dialect dialect;
    private final Plan plan;
    private final ScriptedHistory history;
    private final ScriptedTransactions transactions;
    private final ScriptedChecks checks;
    private final boolean holdsDefinitions;
    private final @Nullable ScriptedRows rows;

    SqlScript(Rendering rendering, Plan plan, ScriptedHistory history) {
        this(rendering, plan, history, null);
    }

    /** @param rows what comes in behind the migrations; null for nothing */
    SqlScript(Rendering rendering, Plan plan, ScriptedHistory history, @Nullable ScriptedRows rows) {
        this.rows = rows;
        this.rendering = rendering;
        this.dialect = rendering.dialect();
        this.plan = plan;
        this.history = history;
        this.transactions = new ScriptedTransactions(dialect);
        this.checks = new ScriptedChecks(dialect);
        this.holdsDefinitions = dialect.supports(Feature.TRANSACTIONAL_DDL);
    }

    /** Whether all of it is one transaction. */
    boolean isOneTransaction() {
        return holdsDefinitions
                && plan.migrations().stream().allMatch(MigrationPlan::inOneTransaction)
                && transactions.holds(statements());
    }

    private List<Statement> statements() {
        return plan.migrations().stream()
                .flatMap(migration -> migration.statements().stream())
                .toList();
    }

    /** @param installs whether it makes the history's tables */
    List<Section> sections(boolean installs) {
        AuditHead from = history.head();
        List<Statement> first = new ArrayList<>(installs ? checks.noHistory() : checks.historyBeginsAt(from));
        if (installs) {
            first.addAll(ScriptedHistory.tables(rendering));
        }
        first.addAll(ScriptedTransactions.statements(history.begin()));
        List<Section> sections = isOneTransaction() ? together(first) : oneByOne(first);
        sections.add(new Section("What is there now.", questions()));
        return sections;
    }

    private List<Section> together(List<Statement> first) {
        List<Section> sections = new ArrayList<>();
        List<Statement> begin = transactions.before(statements());
        begin.addAll(first);
        sections.add(new Section("Nothing is done where the history is not as expected.", begin));
        plan.migrations().forEach(migration -> sections.add(new Section(title(migration), whole(migration))));
        if (rows != null) {
            sections.add(new Section(ROWS, List.of(), rows, imported(rows)));
        }
        sections.add(new Section("All of it, or nothing.", transactions.behind(statements())));
        return sections;
    }

    private List<Section> oneByOne(List<Statement> first) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "Nothing is done where the history is not as expected.",
                holdsDefinitions ? transactions.around(List.of(), first) : first));
        for (MigrationPlan migration : plan.migrations()) {
            boolean whole = migration.inOneTransaction() && (holdsDefinitions || changesRowsOnly(migration));
            List<Statement> statements = whole
                    ? transactions.around(migration.statements(), whole(migration))
                    : new SteppedMigration(transactions, checks, history, migration).statements(holdsDefinitions);
            sections.add(new Section(title(migration), statements));
        }
        if (rows != null) {
            List<Statement> behind = imported(rows);
            behind.addAll(transactions.behind(List.of()));
            sections.add(new Section(ROWS, transactions.before(List.of()), rows, behind));
        }
        return sections;
    }

    private List<Statement> imported(ScriptedRows rows) {
        return new ArrayList<>(
                ScriptedTransactions.statements(List.of(history.imported(rows.pluginId(), rows.detail()))));
    }

    private static boolean changesRowsOnly(MigrationPlan migration) {
        return SqlKind.changesRowsOnly(
                migration.statements().stream().map(Statement::sql).toList());
    }

    private List<Statement> whole(MigrationPlan migration) {
        List<Statement> all = new ArrayList<>();
        migration.steps().forEach(step -> all.addAll(checks.around(migration.id(), step)));
        List<JournalStep> steps =
                migration.steps().stream().map(JournalStep::of).toList();
        all.addAll(ScriptedTransactions.statements(history.whole(migration, new Journal(steps))));
        return all;
    }

    private static String title(MigrationPlan migration) {
        return "Migration " + migration.id() + " (" + migration.migration().pluginId() + " "
                + migration.migration().version() + ", " + migration.direction() + ")"
                + (migration.skipped() ? ": not for this engine, and recorded as skipped" : "");
    }

    private List<Statement> questions() {
        HistoryQuestions questions = new HistoryQuestions(dialect);
        List<Statement> all = new ArrayList<>(checks.historyEndsAt(history.head()));
        all.add(Statement.of(questions.applied()));
        all.add(Statement.of(questions.entries()));
        if (rows != null) {
            all.addAll(rows.questions());
        }
        return all;
    }
}
