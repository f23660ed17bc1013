package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.ObjectKind;
import io.godwit.history.ObjectName;
import io.godwit.history.OwnedObject;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.migration.Validation;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables, views and sequences that a plan makes though a plugin has made one of that name already, perhaps under a name that is
 * the same on this engine only. For one plan, on one thread.
 */
final class Collisions implements OperationWatch {

    private final Dialect dialect;
    private final Owners owners;
    private final Map<TableName, OwnedObject> made = new HashMap<>();
    private final Set<TableName> perhaps = new HashSet<>();
    private final List<String> found = new ArrayList<>();
    private @Nullable Migration migration;

    Collisions(Dialect dialect, Owners owners) {
        this.dialect = dialect;
        this.owners = owners;
    }

    @Override
    public List<Finding> begin(Migration next) {
        migration = next;
        return List.of();
    }

    @Override
    public List<Finding> operation(Step step, Operation operation, List<Statement> statements, SchemaView before) {
        gone(operation).ifPresent(name -> made.remove(dialect.known(name)));
        if (operation instanceof RenameTable rename) {
            makes(step, rename.to(), operation, before);
        } else {
            MadeObject.of(operation).ifPresent(name -> makes(step, name, operation, before));
        }
        return List.of();
    }

    private static Optional<TableName> gone(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof RenameTable rename) {
            return Optional.of(rename.from());
        } else if (operation instanceof DropView drop) {
            return Optional.of(drop.view());
        } else if (operation instanceof DropSequence drop) {
            return Optional.of(drop.sequence());
        }
        return Optional.empty();
    }

    private void makes(Step step, TableName name, Operation operation, SchemaView before) {
        Migration maker = migration;
        if (maker == null) {
            return;
        }
        OwnedObject owned = made.get(dialect.known(name));
        if (owned == null) {
            owned = owners.of(name).filter(object -> isThere(name, before)).orElse(null);
        }
        boolean own = owned != null && owned.pluginId().equals(maker.pluginId());
        boolean once = perhaps.remove(dialect.known(name)) || isConditional(step);
        if (owned != null && !(own && (once || (operation instanceof CreateView view && view.orReplace())))) {
            found.add(describe(step, name, owned, maker));
        }
        if (isConditional(step)) {
            perhaps.add(dialect.known(name));
        }
        ObjectName object = ObjectName.of(ObjectKind.TABLE, name);
        made.put(dialect.known(name), new OwnedObject(object, maker.pluginId(), maker.id()));
    }

    /** Of two steps of one plugin that make the same, one may be left out where the other has run. */
    private static boolean isConditional(Step step) {
        return step.preValidation() != null && step.preValidation().otherwise() == Validation.Otherwise.SKIP;
    }

    private static boolean isThere(TableName name, SchemaView before) {
        return before.table(name).isPresent()
                || before.view(name).isPresent()
                || before.sequence(name).isPresent();
    }

    private String describe(Step step, TableName name, OwnedObject owned, Migration maker) {
        String other = owned.name().object();
        String same = other.equals(name.toString())
                ? ""
                : " (there " + other + ": on " + dialect.engine() + " both are " + dialect.known(name) + ")";
        String owner = owned.pluginId().equals(maker.pluginId())
                ? "migration " + owned.migrationId() + " of the same plugin has made"
                : "plugin " + owned.pluginId() + " has made (migration " + owned.migrationId() + ")";
        return maker.id() + ", step " + step.id() + ": makes " + name + ", which " + owner + " already" + same;
    }

    /** Refuses what would be made twice. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PlanRefusedException(String.join("\n", found)
                    + "\nNothing was changed. Rename one of them; or, where both mean the same, let one plugin depend on"
                    + " the other and say ifNotExists.");
        }
    }
}
