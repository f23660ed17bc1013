package io.godwit.plan;

import static io.godwit.history.ObjectKind.COLUMN;
import static io.godwit.history.ObjectKind.CONSTRAINT;
import static io.godwit.history.ObjectKind.INDEX;
import static io.godwit.history.ObjectKind.SCHEMA;
import static io.godwit.history.ObjectKind.SEQUENCE;
import static io.godwit.history.ObjectKind.TABLE;
import static io.godwit.history.ObjectKind.TRIGGER;
import static io.godwit.history.ObjectKind.VIEW;

import io.godwit.history.HistoryTables;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectChange.Dropped;
import io.godwit.history.ObjectChange.GivenBack;
import io.godwit.history.ObjectChange.Made;
import io.godwit.history.ObjectChange.Renamed;
import io.godwit.history.ObjectChange.TakenBack;
import io.godwit.history.ObjectName;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a journal's operations did to tables, views and their parts, told by their inverses: these say what was done really, also of
 * universal SQL and of what an interrupted run did. Stateless.
 */
public final class ObjectChanges {

    /** Of the one constraint whose name is not said when it is dropped. */
    private static final Name PRIMARY_KEY = Name.of("primary key");

    private ObjectChanges() {}

    /** In the order in which they were done. */
    public static List<ObjectChange> of(Journal journal) {
        return journal.steps().stream()
                .filter(step -> !step.skipped())
                .flatMap(step -> step.entries().stream())
                .flatMap(entry -> entry.inverse().operations().stream())
                .filter(inverse -> !isAboutOwn(inverse))
                .map(ObjectChanges::undoneBy)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a transform keeps beside the history belongs to no plugin. */
    private static boolean isAboutOwn(Operation inverse) {
        return inverse instanceof DropTable drop && drop.table().name().text().startsWith(HistoryTables.PREFIX);
    }

    /**
     * Of a rollback.
     *
     * @param changes what its down side did
     * @param whole whether these may not be all that it did
     */
    public static List<ObjectChange> takenBack(List<ObjectChange> changes, boolean whole) {
        List<ObjectChange> taken = new ArrayList<>();
        if (whole || changes.stream().anyMatch(Dropped.class::isInstance)) {
            taken.add(new TakenBack());
        }
        if (whole || changes.stream().anyMatch(Made.class::isInstance)) {
            taken.add(new GivenBack());
        }
        changes.stream().filter(Renamed.class::isInstance).forEach(taken::add);
        return taken;
    }

    private static Optional<ObjectChange> undoneBy(Operation inverse) {
        return made(inverse)
                .<ObjectChange>map(Made::new)
                .or(() -> dropped(inverse).map(Dropped::new))
                .or(() -> renamed(inverse));
    }

    private static Optional<ObjectName> made(Operation inverse) {
        if (inverse instanceof DropTable drop) {
            return Optional.of(ObjectName.of(TABLE, drop.table()));
        } else if (inverse instanceof DropView drop) {
            return Optional.of(ObjectName.of(VIEW, drop.view()));
        } else if (inverse instanceof DropSequence drop) {
            return Optional.of(ObjectName.of(SEQUENCE, drop.sequence()));
        } else if (inverse instanceof DropSchema drop) {
            return Optional.of(ObjectName.of(SCHEMA, new TableName(null, drop.schema())));
        }
        return madeInTable(inverse);
    }

    private static Optional<ObjectName> madeInTable(Operation inverse) {
        if (inverse instanceof DropColumn drop) {
            return Optional.of(ObjectName.of(COLUMN, drop.table(), drop.column()));
        } else if (inverse instanceof DropIndex drop) {
            return Optional.of(ObjectName.of(INDEX, drop.table(), drop.index()));
        } else if (inverse instanceof DropConstraint drop) {
            return Optional.of(ObjectName.of(CONSTRAINT, drop.table(), drop.constraint()));
        } else if (inverse instanceof DropPrimaryKey drop) {
            return Optional.of(ObjectName.of(CONSTRAINT, drop.table(), PRIMARY_KEY));
        } else if (inverse instanceof DropTrigger drop) {
            return Optional.of(ObjectName.of(TRIGGER, drop.table(), drop.trigger()));
        }
        return Optional.empty();
    }

    private static Optional<ObjectName> dropped(Operation inverse) {
        if (inverse instanceof CreateTable create) {
            return Optional.of(ObjectName.of(TABLE, create.table().name()));
        } else if (inverse instanceof CreateView create && !create.orReplace()) {
            return Optional.of(ObjectName.of(VIEW, create.view().name()));
        } else if (inverse instanceof CreateSequence create) {
            return Optional.of(ObjectName.of(SEQUENCE, create.sequence().name()));
        } else if (inverse instanceof CreateSchema create) {
            return Optional.of(ObjectName.of(SCHEMA, new TableName(null, create.schema())));
        }
        return droppedInTable(inverse);
    }

    private static Optional<ObjectName> droppedInTable(Operation inverse) {
        if (inverse instanceof AddColumn add) {
            return Optional.of(ObjectName.of(COLUMN, add.table(), add.column().name()));
        } else if (inverse instanceof CreateIndex create && create.index().name() != null) {
            return Optional.of(
                    ObjectName.of(INDEX, create.table(), create.index().name()));
        } else if (inverse instanceof CreateTrigger create) {
            return Optional.of(ObjectName.of(
                    TRIGGER, create.trigger().table(), create.trigger().name()));
        }
        return constraint(inverse);
    }

    private static Optional<ObjectName> constraint(Operation inverse) {
        if (inverse instanceof AddUnique add && add.key().name() != null) {
            return Optional.of(ObjectName.of(CONSTRAINT, add.table(), add.key().name()));
        } else if (inverse instanceof AddForeignKey add && add.key().name() != null) {
            return Optional.of(ObjectName.of(CONSTRAINT, add.table(), add.key().name()));
        } else if (inverse instanceof AddCheck add && add.check().name() != null) {
            return Optional.of(
                    ObjectName.of(CONSTRAINT, add.table(), add.check().name()));
        } else if (inverse instanceof AddPrimaryKey add) {
            return Optional.of(ObjectName.of(CONSTRAINT, add.table(), PRIMARY_KEY));
        }
        return Optional.empty();
    }

    private static Optional<ObjectChange> renamed(Operation inverse) {
        if (inverse instanceof RenameTable rename) {
            return Optional.of(
                    new Renamed(ObjectName.of(TABLE, rename.to()), rename.from().toString()));
        } else if (inverse instanceof RenameColumn rename) {
            return Optional.of(new Renamed(
                    ObjectName.of(COLUMN, rename.table(), rename.to()),
                    rename.from().text()));
        } else if (inverse instanceof RenameIndex rename) {
            return Optional.of(new Renamed(
                    ObjectName.of(INDEX, rename.table(), rename.to()),
                    rename.from().text()));
        }
        return Optional.empty();
    }
}
