package io.godwit.plan;

import static io.godwit.plan.Touch.Effect.ALTERED;
import static io.godwit.plan.Touch.Effect.DROPPED;
import static io.godwit.plan.Touch.Effect.MADE;
import static io.godwit.plan.Touch.Effect.PRIVILEGES;
import static io.godwit.plan.Touch.Effect.RENAMED;
import static io.godwit.plan.Touch.Effect.ROWS;
import static io.godwit.plan.Touch.Effect.UNKNOWN;
import static io.godwit.plan.Touch.Kind.EXTENSION;
import static io.godwit.plan.Touch.Kind.INDEX;
import static io.godwit.plan.Touch.Kind.SCHEMA;
import static io.godwit.plan.Touch.Kind.SEQUENCE;
import static io.godwit.plan.Touch.Kind.SQL;
import static io.godwit.plan.Touch.Kind.TABLE;
import static io.godwit.plan.Touch.Kind.TRIGGER;
import static io.godwit.plan.Touch.Kind.VIEW;

import io.godwit.dialect.TableChange;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Grant;
import io.godwit.operation.Operation;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.operation.Sql;
import io.godwit.schema.Name;
import io.godwit.schema.Trigger;
import java.util.List;

/** What one operation touches. Stateless. */
final class OperationTouch {

    private OperationTouch() {}

    /** Of a step that moves rows, the table that they go to. */
    static List<Touch> ofTransform(Step step) {
        Transform transform = step.transform();
        return transform == null ? List.of() : List.of(Touch.of(ROWS, TABLE, transform.target()));
    }

    /**
     * At least one.
     *
     * @param back its inverse, which knows the name of an index that its author did not name
     */
    static List<Touch> of(Operation operation, List<Operation> back) {
        if (operation instanceof CreateTable create) {
            return List.of(Touch.of(MADE, TABLE, create.table().name()));
        } else if (operation instanceof DropTable drop) {
            return List.of(Touch.of(DROPPED, TABLE, drop.table()));
        } else if (operation instanceof RenameTable rename) {
            return List.of(
                    Touch.of(RENAMED, TABLE, rename.from()).to(rename.to().toString()));
        } else if (operation instanceof CreateView create) {
            return List.of(Touch.of(MADE, VIEW, create.view().name()));
        } else if (operation instanceof DropView drop) {
            return List.of(Touch.of(DROPPED, VIEW, drop.view()));
        } else if (operation instanceof RefreshView refresh) {
            return List.of(Touch.of(ROWS, VIEW, refresh.view()));
        }
        return ofPart(operation, back);
    }

    private static List<Touch> ofPart(Operation operation, List<Operation> back) {
        if (operation instanceof CreateIndex create) {
            return List.of(Touch.of(MADE, INDEX, name(create, back), create.table()));
        } else if (operation instanceof DropIndex drop) {
            return List.of(Touch.of(DROPPED, INDEX, drop.index(), drop.table()));
        } else if (operation instanceof RenameIndex rename) {
            return List.of(Touch.of(RENAMED, INDEX, rename.from(), rename.table())
                    .to(rename.to().text()));
        } else if (operation instanceof CreateTrigger create) {
            Trigger trigger = create.trigger();
            return List.of(Touch.of(MADE, TRIGGER, trigger.name(), trigger.table()));
        } else if (operation instanceof DropTrigger drop) {
            return List.of(Touch.of(DROPPED, TRIGGER, drop.trigger(), drop.table()));
        }
        return ofOther(operation);
    }

    private static List<Touch> ofOther(Operation operation) {
        if (operation instanceof CreateSequence create) {
            return List.of(Touch.of(MADE, SEQUENCE, create.sequence().name()));
        } else if (operation instanceof DropSequence drop) {
            return List.of(Touch.of(DROPPED, SEQUENCE, drop.sequence()));
        } else if (operation instanceof CreateSchema create) {
            return List.of(Touch.of(MADE, SCHEMA, create.schema()));
        } else if (operation instanceof DropSchema drop) {
            return List.of(Touch.of(DROPPED, SCHEMA, drop.schema()));
        } else if (operation instanceof CreateExtension create) {
            return List.of(Touch.of(MADE, EXTENSION, create.extension()));
        } else if (operation instanceof DropExtension drop) {
            return List.of(Touch.of(DROPPED, EXTENSION, drop.extension()));
        } else if (operation instanceof Grant grant) {
            return List.of(Touch.of(PRIVILEGES, TABLE, grant.on()));
        } else if (operation instanceof Revoke revoke) {
            return List.of(Touch.of(PRIVILEGES, TABLE, revoke.on()));
        }
        return ofTable(operation);
    }

    private static List<Touch> ofTable(Operation operation) {
        List<Touch> rows = RowTarget.of(operation).stream()
                .sorted()
                .map(table -> Touch.of(ROWS, TABLE, table))
                .toList();
        if (!rows.isEmpty()) {
            return rows;
        }
        return operation instanceof Sql
                ? List.of(new Touch(UNKNOWN, SQL, "", "", ""))
                : TableChange.tableOf(operation).stream()
                        .map(table -> Touch.of(ALTERED, TABLE, table))
                        .toList();
    }

    private static Name name(CreateIndex create, List<Operation> back) {
        Name said = create.index().name();
        if (said != null) {
            return said;
        }
        return back.stream()
                .filter(DropIndex.class::isInstance)
                .map(drop -> ((DropIndex) drop).index())
                .findFirst()
                .orElseGet(() -> Name.of("without a name"));
    }
}
