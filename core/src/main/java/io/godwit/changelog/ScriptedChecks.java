package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import io.godwit.history.AuditHead;
import io.godwit.history.HistoryQuestions;
import io.godwit.history.HistoryTables;
import io.godwit.plan.StepPlan;
import io.godwit.plan.TransformScript;
import io.godwit.plan.ValidationScript;
import io.godwit.schema.Literal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stops a script where the database is not as it should be. Immutable. */
final class ScriptedChecks {

    private final Dialect dialect;
    private final ScriptGuard guard;

    ScriptedChecks(Dialect dialect) {
        this.dialect = dialect;
        this.guard = dialect.nativeScript().guard();
    }

    /** That there is no history yet. */
    List<Statement> noHistory() {
        return guard.require(
                "NOT " + guard.hasTable(HistoryTables.LAST.name().text()),
                "Godwit's history is there already: see the top");
    }

    /** That the history is exactly where the script begins, and nothing is under way. */
    List<Statement> historyBeginsAt(AuditHead head) {
        return guard.require(
                new HistoryQuestions(dialect).endsAt(head), "Godwit's history is not where this begins: see the top");
    }

    /** That the script left the history that it was to leave. */
    List<Statement> historyEndsAt(AuditHead head) {
        return guard.require(new HistoryQuestions(dialect).endsAt(head), "Godwit's history does not end as it should");
    }

    /** A step's statements, between its validations. */
    List<Statement> around(String migration, StepPlan step) {
        List<Statement> all = new ArrayList<>(before(migration, step));
        all.addAll(step.statements());
        all.addAll(after(migration, step));
        return all;
    }

    List<Statement> before(String migration, StepPlan step) {
        return holds(migration, step, step.preValidation());
    }

    List<Statement> after(String migration, StepPlan step) {
        return holds(migration, step, step.postValidation());
    }

    /** That a transform takes every row. */
    List<Statement> takesAll(String migration, StepPlan step, TransformScript script) {
        return script.refused().isEmpty()
                ? List.of()
                : guard.require(
                        "NOT EXISTS (" + script.refused() + ")",
                        PackageWriter.line(
                                migration + "/" + step.step().id() + ": rows that the transform leaves out"));
    }

    private List<Statement> holds(String migration, StepPlan step, @Nullable ValidationScript script) {
        if (script == null) {
            return List.of();
        }
        String query = script.sql();
        String condition = switch (script.validation().expect()) {
            case EMPTY -> "NOT EXISTS (" + query + ")";
            case NON_EMPTY -> "EXISTS (" + query + ")";
            case TRUE -> guard.isTrue(query);
            case VALUE -> isValue(query, script.validation().value());
        };
        String message = script.validation().message();
        String words = migration + "/" + step.step().id() + ": " + (message == null ? "a validation" : message);
        return guard.require(condition, PackageWriter.line(words));
    }

    private String isValue(String query, @Nullable Literal expected) {
        if (expected == null || expected.isNull()) {
            return "EXISTS (" + query + ") AND (" + query + ") IS NULL";
        }
        return switch (expected.kind()) {
            case BOOLEAN ->
                Boolean.parseBoolean(expected.text())
                        ? guard.isTrue(query)
                        : "(" + query + ") IS NOT NULL AND NOT (" + guard.isTrue(query) + ")";
            case NUMBER -> "(" + query + ") = " + expected.text();
            default -> "(" + query + ") = " + dialect.syntax().text(expected.text());
        };
    }
}
