package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.Problem;
import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.history.AuditHead;
import io.godwit.migration.Version;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands at the top of a self-contained SQL file, for whoever is to run it. Immutable. */
final class SqlPackageHead {

    private final Dialect dialect;
    private final Plan plan;
    private final boolean oneTransaction;

    SqlPackageHead(Dialect dialect, Plan plan, boolean oneTransaction) {
        this.dialect = dialect;
        this.plan = plan;
        this.oneTransaction = oneTransaction;
    }

    /** Of the file that applies the plan. */
    List<String> forth(AuditHead from, AuditHead to, String noWayBack, Path rollback, List<Problem> findings) {
        List<String> lines = new ArrayList<>();
        lines.add("Applies " + plugins() + " for " + engine() + ".");
        lines.addAll(places(from, to));
        lines.add(
                noWayBack.isEmpty()
                        ? "Undo: " + rollback.getFileName() + ", with the same client, or Godwit's rollback."
                        : "Undo: there is no way back. " + noWayBack);
        lines.addAll(rest(findings));
        return lines;
    }

    /** Of the file that takes it back. */
    List<String> back(AuditHead from, AuditHead to, Path applying, List<Problem> findings) {
        List<String> lines = new ArrayList<>();
        lines.add("Takes back what " + applying.getFileName() + " applied: " + plugins() + " for " + engine() + ".");
        lines.addAll(places(from, to));
        lines.add("Rows that were added since go with their tables and columns.");
        lines.addAll(rest(findings));
        return lines;
    }

    private String engine() {
        return dialect.engine() + " " + dialect.version();
    }

    private String plugins() {
        Map<String, Version> versions = new TreeMap<>();
        plan.migrations()
                .forEach(migration -> versions.merge(
                        migration.migration().pluginId(),
                        migration.migration().version(),
                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        return versions.entrySet().stream()
                .map(plugin -> plugin.getKey() + " " + plugin.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> places(AuditHead from, AuditHead to) {
        return List.of(
                "Begins where the history of Godwit " + place(from)
                        + ", and refuses to run anywhere else; behind it the history " + place(to) + ".",
                oneTransaction
                        ? "One transaction: all of it is done, or nothing."
                        : "Not one transaction: if it stops half-way, Godwit goes on from there (migrate, rollback or repair).");
    }

    private static String place(AuditHead head) {
        return head.sequence() == 0 ? "has no entry" : "ends with entry " + head.sequence() + " (" + head.hash() + ")";
    }

    private List<String> rest(List<Problem> findings) {
        List<String> lines = new ArrayList<>();
        lines.add(plan.migrations().size() + " migrations, "
                + plan.migrations().stream()
                        .mapToInt(migration -> migration.statements().size())
                        .sum()
                + " statements beside those of the history. Plan " + plan.hash() + ".");
        for (MigrationPlan migration : plan.migrations()) {
            Hashes hashes = CanonicalHash.hash(migration.migration());
            lines.add("  " + migration.id() + " " + migration.migration().version() + ": up " + hashes.up() + ", down "
                    + hashes.down());
        }
        findings.forEach(finding -> lines.add("FINDING " + finding));
        return lines;
    }
}
