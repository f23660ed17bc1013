package io.godwit.plan;

import io.godwit.history.AuditHead;
import io.godwit.migration.RiskLevel;
import java.util.List;

/**
 * What would run: migrations in order, each rendered for one engine and version. Immutable.
 *
 * <p>A plan runs only against the history it was made from.
 *
 * @param engine the engine's name
 * @param version the engine's version
 * @param migrations in the order in which they run
 * @param findings what a person should know
 * @param risk the highest of what the authors say and what the findings say
 * @param head the end of the audit trail that the plan was made from
 */
public record Plan(
        String engine,
        String version,
        List<MigrationPlan> migrations,
        List<Finding> findings,
        RiskLevel risk,
        AuditHead head) {

    public Plan {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }

    /** The same with other findings, and the risk that follows from them. */
    public Plan withFindings(List<Finding> others) {
        return new Plan(engine, version, migrations, others, PlanAssembly.risk(migrations, others), head);
    }

    public boolean isEmpty() {
        return migrations.isEmpty();
    }

    /** As a JSON document, in the shape that the command line promises. */
    public String toJson() {
        return new PlanJson(this).text();
    }

    /** As a page for people. */
    public String toMarkdown() {
        return new PlanMarkdown(this).text();
    }

    /** As the statements alone, with comments that say where they come from. */
    public String toSql() {
        return new PlanSql(this).text();
    }

    /** As a Mermaid graph of the migrations and what they depend on. */
    public String toMermaid() {
        return new PlanMermaid(this).text();
    }
}
