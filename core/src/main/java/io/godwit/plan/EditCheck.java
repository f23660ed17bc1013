package io.godwit.plan;

import io.godwit.failure.HistoryConflictException;
import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.format.MigrationDocument;
import io.godwit.format.MigrationReader;
import io.godwit.format.MigrationWriter;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses applied migrations whose documents mean something else today; a reformatted one is the same. */
public final class EditCheck {

    /** The rule by which migrations are named that are applied and not given. */
    public static final String UNKNOWN_APPLIED = "unknown-applied";

    private final History history;
    private final HistoryReader reader;

    public EditCheck(History history, HistoryReader reader) {
        this.history = history;
        this.reader = reader;
    }

    /**
     * Compares what is given with what was applied.
     *
     * @return findings about down sides that changed since, which is allowed
     * @throws HistoryConflictException with a diff, if an up side changed
     */
    public List<Finding> check(Given given) throws SQLException {
        List<String> edited = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, MigrationDocument> entry : given.applied().entrySet()) {
            AppliedMigration applied = history.migration(entry.getKey()).orElseThrow();
            MigrationDocument document = entry.getValue();
            if (!document.sha256().isEmpty() && document.sha256().equals(applied.sourceHash())) {
                continue;
            }
            Hashes hashes = CanonicalHash.hash(document.read());
            if (!hashes.up().equals(applied.upHash())) {
                edited.add(describe(applied, document));
            } else if (!hashes.down().equals(applied.downHash())) {
                findings.add(downChanged(applied));
            }
        }
        for (AppliedMigration orphan : history.orphans()) {
            Optional<MigrationDocument> document = given.pending(orphan.migrationId());
            if (document.isPresent()
                    && !CanonicalHash.hash(document.get().read()).up().equals(orphan.upHash())) {
                edited.add(describe(orphan, document.get()));
            }
        }
        if (!edited.isEmpty()) {
            throw new HistoryConflictException(String.join("\n", edited)
                    + "\nNothing was changed. Put the document back as it was, and say the change in a new migration.");
        }
        findings.addAll(unknown(given));
        return findings;
    }

    /** What a newer release of the host applied stays as it is: said once for each plugin of which something is given. */
    private List<Finding> unknown(Given given) {
        return given.plugins().stream()
                .flatMap(plugin -> unknown(plugin, given).stream())
                .toList();
    }

    private Optional<Finding> unknown(String plugin, Given given) {
        List<String> ids = history.ofPlugin(plugin).stream()
                .map(AppliedMigration::migrationId)
                .filter(id ->
                        !given.applied().containsKey(id) && given.pending(id).isEmpty())
                .toList();
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        UNKNOWN_APPLIED,
                        Severity.INFO,
                        ids.get(ids.size() - 1),
                        "",
                        "applied, and not given any more: " + String.join(", ", ids)
                                + "; perhaps the host went back to an older release. They stay as they are",
                        ""));
    }

    private String describe(AppliedMigration applied, MigrationDocument document) throws SQLException {
        Migration then = MigrationReader.ofHistory().read("history", reader.document(applied.migrationId()));
        String diff = new TextDiff(MigrationWriter.write(then), MigrationWriter.write(document.read())).text();
        return "Migration " + applied.migrationId() + " was applied at " + applied.appliedAt() + " by "
                + applied.actor() + " and has been edited since (" + document.name() + "):\n" + diff;
    }

    private static Finding downChanged(AppliedMigration applied) {
        return new Finding(
                "down-changed",
                Severity.INFO,
                applied.migrationId(),
                "",
                "its down side changed since it was applied; the one of today would be used",
                "");
    }
}
