package io.godwit.plan;

import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.history.AppliedMigration;
import io.godwit.history.MigrationState;
import io.godwit.history.ObjectChange;
import io.godwit.history.Relations;
import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import java.util.List;

/** What the history remembers of one migration of a plan, whoever runs it. Immutable. */
public record MigrationRecord(MigrationPlan plan) {

    /** The action of its entry in the audit trail. */
    public String action() {
        return switch (plan.handling()) {
            case RUN -> plan.direction() == Direction.DOWN ? "rollback" : "apply";
            case SKIP -> plan.direction() == Direction.DOWN ? "rollback" : "skip";
            case ADOPT -> "adopt";
            case KEEP -> "keep";
        };
    }

    /** The document as the history keeps it. */
    public String document() {
        return CanonicalHash.canonicalDocument(plan.migration());
    }

    /** Its row once it is applied, or skipped. */
    public AppliedMigration row(MigrationState state, long sequence, String at, String actor, long millis) {
        Migration migration = plan.migration();
        Hashes hashes = CanonicalHash.hash(migration);
        return new AppliedMigration(
                sequence,
                migration.pluginId(),
                migration.id(),
                migration.version(),
                state,
                hashes.up(),
                hashes.down(),
                plan.sourceHash(),
                Relations.of(migration),
                at,
                actor,
                millis);
    }

    /** What a journal of it did to who owns what. */
    public List<ObjectChange> objects(Journal journal) {
        List<ObjectChange> changes = ObjectChanges.of(journal);
        return plan.direction() == Direction.UP
                ? changes
                : ObjectChanges.takenBack(changes, plan.migration().down() instanceof Down.Explicit);
    }
}
