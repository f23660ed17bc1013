package io.godwit.plan.risk;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.failure.GodwitException;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.Operation;
import io.godwit.plan.DataCheck;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.OperationWatch;
import io.godwit.plan.Owners;
import io.godwit.plan.Rendering;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import io.godwit.schema.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at every operation of a plan with every rule. For one plan, on one thread. */
public final class RiskAnalyser implements OperationWatch {

    private final Rendering rendering;
    private final RowCounts rows;
    private final PlanTables tables;
    private final OpenTransaction transaction = new OpenTransaction();
    private @Nullable Surroundings surroundings;

    /**
     * For one plan.
     *
     * @param rows how many rows the tables have before the plan runs
     */
    public RiskAnalyser(Rendering rendering, RowCounts rows) {
        this(rendering, rows, Owners.NONE);
    }

    /** As the other, where it is known who made the tables. */
    public RiskAnalyser(Rendering rendering, RowCounts rows, Owners owners) {
        this.rendering = rendering;
        this.rows = rows;
        this.tables = new PlanTables(rendering.dialect(), owners);
    }

    @Override
    public List<Finding> begin(Migration migration) {
        transaction.end();
        surroundings = new Surroundings(rendering.dialect(), migration, tables, transaction, rows);
        List<Finding> findings = new ArrayList<>(unknownRules(migration, "", Allowed.in(migration.extensions())));
        migration
                .up()
                .forEach(step -> findings.addAll(unknownRules(migration, step.id(), Allowed.in(step.extensions()))));
        return findings;
    }

    @Override
    public List<Finding> operation(Step step, Operation operation, List<Statement> statements, SchemaView before) {
        Surroundings around = Objects.requireNonNull(surroundings, "a migration begins before its operations");
        transaction.enter(step);
        Change change = new Change(around, step, operation, statements, before);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RuleCatalogue.RULES) {
            rule.look(change)
                    .ifPresent(risk -> findings.add(finding(rule.text(), risk, around.migration(), step, before)));
        }
        if (!change.texts().isEmpty()) {
            new TextRules(change)
                    .risks()
                    .forEach((rule, risk) -> findings.add(finding(rule, risk, around.migration(), step, before)));
        }
        tables.after(operation, around.migration().pluginId());
        transaction.after(operation);
        return findings;
    }

    @Override
    public List<Finding> end(MigrationPlan plan) {
        List<Finding> findings = new ArrayList<>();
        for (StepPlan step : plan.steps()) {
            for (Rule rule : RuleCatalogue.RULES) {
                rule.look(step, plan.migration())
                        .ifPresent(
                                risk -> findings.add(finding(rule.text(), risk, plan.migration(), step.step(), null)));
            }
        }
        return findings;
    }

    private Finding finding(RuleText rule, Risk risk, Migration migration, Step step, @Nullable SchemaView before) {
        for (Allowed allowed : List.of(Allowed.in(step.extensions()), Allowed.in(migration.extensions()))) {
            if (allowed.allows(rule.id())) {
                String reason = allowed.reason(rule.id()).isEmpty() ? "" : ": " + allowed.reason(rule.id());
                String message = "its author allows " + rule.id() + " here (" + risk.message() + ")" + reason;
                return new Finding("allowed", Severity.INFO, migration.id(), step.id(), message, "");
            }
        }
        return new Finding(
                rule.id(),
                risk.severity(),
                migration.id(),
                step.id(),
                risk.message(),
                risk.safer(),
                before == null ? null : check(risk, before));
    }

    /** Only what the database can answer before the plan runs; and a question that the engine cannot put is none. */
    private @Nullable DataCheck check(Risk risk, SchemaView before) {
        Question question = risk.question();
        if (question == null
                || !before.complete()
                || !question.tables().stream().allMatch(tables::isAsItWas)) {
            return null;
        }
        try {
            String sql = rendering.translator().query(Query.of(question.sql()), before);
            return new DataCheck(sql, question.found(), question.clear());
        } catch (GodwitException e) {
            return null;
        }
    }

    private static List<Finding> unknownRules(Migration migration, String step, Allowed allowed) {
        return allowed.rules().stream()
                .filter(rule -> !RuleCatalogue.isKnown(rule))
                .map(rule -> new Finding(
                        "allowed",
                        Severity.LOW,
                        migration.id(),
                        step,
                        "x-allow names the rule '" + rule + "', and there is none of that name",
                        "see docs/risk-rules.md"))
                .toList();
    }
}
