package io.godwit.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail says of one migration's row. Immutable.
 *
 * @param sequence the number of the entry that applied it
 * @param pluginId its plugin
 * @param actor who applied it
 * @param at when
 * @param state in which state it must be, unless a rollback is under way
 * @param seal what the trail proves of its columns; null in entries of older versions
 * @param failedSince whether something failed with it since
 */
record Expected(
        long sequence,
        String pluginId,
        String actor,
        String at,
        MigrationState state,
        @Nullable RowSeal seal,
        boolean failedSince) {

    /** What the trail, from its beginning to its end, says must be there. */
    static Map<String, Expected> of(List<AuditEntry> entries) {
        Map<String, Expected> expected = new LinkedHashMap<>();
        for (AuditEntry entry : entries) {
            if (entry.migrationId().isEmpty()) {
                restore(entry, entries, expected);
                continue;
            }
            Expected before = expected.get(entry.migrationId());
            next(entry, before)
                    .ifPresentOrElse(
                            after -> expected.put(entry.migrationId(), after),
                            () -> expected.remove(entry.migrationId()));
        }
        return expected;
    }

    /** The rows of a plugin, or all, as they were when the backup was taken that was restored. */
    private static void restore(AuditEntry entry, List<AuditEntry> entries, Map<String, Expected> expected) {
        String head = entry.evidence().head();
        if (!entry.isDone() || !entry.action().equals("restore") || head.isEmpty()) {
            return;
        }
        Predicate<Expected> concerned =
                row -> entry.pluginId().isEmpty() || row.pluginId().equals(entry.pluginId());
        expected.values().removeIf(concerned);
        for (int index = 0; index < entries.indexOf(entry); index++) {
            if (entries.get(index).hash().equals(head)) {
                of(entries.subList(0, index + 1)).forEach((id, row) -> {
                    if (concerned.test(row)) {
                        expected.put(id, row);
                    }
                });
            }
        }
    }

    private static Optional<Expected> next(AuditEntry entry, @Nullable Expected before) {
        if (!entry.isDone()) {
            return Optional.ofNullable(before).map(Expected::failed);
        }
        return switch (entry.action()) {
            case "apply" -> Optional.of(begun(entry, MigrationState.APPLIED));
            case "skip" -> Optional.of(begun(entry, MigrationState.SKIPPED));
            case "rollback" -> Optional.empty();
            case "keep" -> Optional.of(moved(entry, before, MigrationState.ORPHANED));
            case "adopt" -> Optional.of(moved(entry, before, MigrationState.APPLIED));
            case AuditEntry.REPAIR -> repaired(entry, before);
            default -> Optional.ofNullable(before);
        };
    }

    private static Expected begun(AuditEntry entry, MigrationState state) {
        return new Expected(
                entry.sequence(),
                entry.pluginId(),
                entry.actor(),
                entry.at(),
                state,
                entry.evidence().row().orElse(null),
                false);
    }

    private static Expected moved(AuditEntry entry, @Nullable Expected before, MigrationState state) {
        return before == null
                ? begun(entry, state)
                : new Expected(before.sequence, before.pluginId, before.actor, before.at, state, before.seal, false);
    }

    /** What was forgotten is gone; a row that was written again has a proof of its own. */
    private static Optional<Expected> repaired(AuditEntry entry, @Nullable Expected before) {
        if (entry.words().startsWith(AuditEntry.FORGOTTEN)) {
            return Optional.empty();
        }
        Optional<RowSeal> seal = entry.evidence().row();
        if (before == null && seal.isPresent()) {
            return Optional.of(begun(entry, MigrationState.APPLIED));
        }
        return before == null || seal.isEmpty()
                ? Optional.ofNullable(before)
                : Optional.of(new Expected(
                        before.sequence,
                        before.pluginId,
                        before.actor,
                        before.at,
                        before.state,
                        seal.get(),
                        before.failedSince));
    }

    /** Whether the row may be in a state: a rollback may be under way. */
    boolean allows(MigrationState now, boolean underWay) {
        return now == state || (now == MigrationState.PARTIAL && (failedSince || underWay));
    }

    /** The columns that the trail itself tells, and in which the row says something else. */
    List<String> changed(StoredRow row) {
        List<String> columns = new ArrayList<>();
        told().forEach((column, text) -> {
            if (!row.text(column).equals(text)) {
                columns.add(column);
            }
        });
        return columns;
    }

    /** What the trail itself tells of a row; when, only where it has a seal. */
    private Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("seq", Long.toString(sequence));
        told.put("plugin_id", pluginId);
        told.put("actor", actor);
        if (seal != null) {
            told.put("applied_at", at);
        }
        return told;
    }

    private Expected failed() {
        return new Expected(sequence, pluginId, actor, at, state, seal, true);
    }
}
