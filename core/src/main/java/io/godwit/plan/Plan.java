package io.godwit.plan;

import io.godwit.history.AuditHead;
import io.godwit.migration.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param estimates how long migrations are expected to take, by their ids; without those of which nothing is known
 * @param backups the migrations before which a verified backup should exist
 * @param uninstalls whether a plugin is taken out by it, for what it takes back
 */
public record Plan(
        String engine,
        String version,
        List<MigrationPlan> migrations,
        List<Finding> findings,
        RiskLevel risk,
        AuditHead head,
        Map<String, Estimate> estimates,
        List<BackupNeed> backups,
        boolean uninstalls) {

    public Plan {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
        estimates = Map.copyOf(estimates);
        backups = List.copyOf(backups);
    }

    /** The same with other findings, and the risk that follows from them. */
    public Plan withFindings(List<Finding> others) {
        RiskLevel weight = PlanAssembly.risk(migrations, others);
        return new Plan(engine, version, migrations, others, weight, head, estimates, backups, uninstalls);
    }

    /** The same with the backups that a policy wants. */
    public Plan withBackups(List<BackupNeed> needs) {
        return new Plan(engine, version, migrations, findings, risk, head, estimates, needs, uninstalls);
    }

    /** The same as the way in which a plugin is taken out. */
    Plan uninstalling() {
        return new Plan(engine, version, migrations, findings, risk, head, estimates, backups, true);
    }

    /** The same without what runs behind one migration. */
    public Plan upTo(String migrationId) {
        List<MigrationPlan> first = new ArrayList<>();
        for (MigrationPlan migration : migrations) {
            first.add(migration);
            if (migration.id().equals(migrationId)) {
                break;
            }
        }
        return new Plan(engine, version, first, findings, risk, head, estimates, backups, uninstalls);
    }

    /** How long one migration is expected to take; empty if nothing is known of it. */
    public Optional<Estimate> estimate(MigrationPlan migration) {
        return Optional.ofNullable(estimates.get(migration.id()));
    }

    /** How long all of it is expected to take; empty if nothing is known of any migration. */
    public Optional<Estimate> estimate() {
        long running = migrations.stream().filter(MigrationPlan::runs).count();
        return estimates.values().stream()
                .reduce(Estimate::plus)
                .map(sum -> estimates.size() == running ? sum : new Estimate(sum.duration(), Estimate.Basis.PARTIAL));
    }

    /** Why a verified backup should exist before one migration; empty if none need be. */
    public Optional<BackupNeed> backup(MigrationPlan migration) {
        return backups.stream()
                .filter(need -> need.migration().equals(migration.id()))
                .findFirst();
    }

    /** Whether the rows that go are archived first. */
    public boolean archives() {
        return backups.stream().anyMatch(need -> need.reason().equals(BackupNeed.ARCHIVE));
    }

    public boolean isEmpty() {
        return migrations.isEmpty();
    }

    /**
     * SHA-256 of what would run: the engine, and of each migration its direction and its statements in their order. The audit trail
     * keeps it with what was run; a plan made again of the same documents against the same schema has the same.
     */
    public String hash() {
        return PlanHash.of(this);
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

    /**
     * As a page of HTML for people, with the graph of what needs what.
     *
     * <p>It loads nothing and runs nothing, and says so in a content security policy of its own; text of documents stays text.
     */
    public String toHtml() {
        return new PlanHtml(this).text();
    }

    /** As a Mermaid graph of the migrations and what they depend on. */
    public String toMermaid() {
        return new PlanMermaid(this).text();
    }
}
