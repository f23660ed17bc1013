package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Constraint;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Table;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rebuild would make anything of a table; what ALTER TABLE would refuse is refused here. */
final class ChangeCheck {

    private final Dialect dialect;
    private final Table table;

    ChangeCheck(Dialect dialect, Table table) {
        this.dialect = dialect;
        this.table = table;
    }

    /**
     * False if the operation says itself that there may be nothing to do, and there is nothing.
     *
     * @throws UnsupportedByDialectException if what it changes is not there, or what it makes is
     */
    boolean isNeeded(Operation operation) {
        if (operation instanceof AddColumn add) {
            return !hasColumn(add.column().name())
                    || skips(add.ifNotExists(), "column", add.column().name(), "is there");
        } else if (operation instanceof DropColumn drop) {
            return hasColumn(drop.column()) || skips(drop.ifExists(), "column", drop.column(), "is not there");
        } else if (operation instanceof CreateIndex create) {
            Name index = naming().name(table.name(), create.index()).name();
            return !hasIndex(index) || skips(create.ifNotExists(), "index", index, "is there");
        } else if (operation instanceof DropIndex drop) {
            return hasIndex(drop.index()) || skips(drop.ifExists(), "index", drop.index(), "is not there");
        } else if (operation instanceof RenameIndex rename) {
            return hasIndex(rename.from()) || skips(false, "index", rename.from(), "is not there");
        }
        Name column = column(operation);
        return (column == null || hasColumn(column) || skips(false, "column", column, "is not there"))
                && checkConstraint(operation);
    }

    private static @Nullable Name column(Operation operation) {
        if (operation instanceof ChangeType change) {
            return change.column();
        } else if (operation instanceof SetNotNull set) {
            return set.column();
        } else if (operation instanceof DropNotNull drop) {
            return drop.column();
        } else if (operation instanceof SetDefault set) {
            return set.column();
        } else if (operation instanceof DropDefault drop) {
            return drop.column();
        }
        return operation instanceof CommentOn comment ? comment.column() : null;
    }

    private boolean checkConstraint(Operation operation) {
        if (operation instanceof DropConstraint drop) {
            return hasConstraint(drop.constraint()) || skips(false, "constraint", drop.constraint(), "is not there");
        } else if (operation instanceof DropPrimaryKey) {
            return table.primaryKey() != null || skips(false, "primary key", null, "is not there");
        } else if (operation instanceof AddPrimaryKey) {
            return table.primaryKey() == null || skips(false, "primary key", null, "is there");
        }
        Name added = added(operation);
        return added == null || !hasConstraint(added) || skips(false, "constraint", added, "is there");
    }

    private @Nullable Name added(Operation operation) {
        if (operation instanceof AddUnique add) {
            return naming().name(table.name(), add.key()).name();
        } else if (operation instanceof AddForeignKey add) {
            return naming().name(table.name(), add.key()).name();
        }
        return operation instanceof AddCheck add
                ? naming().name(table.name(), add.check()).name()
                : null;
    }

    private Naming naming() {
        return dialect.naming();
    }

    private boolean hasColumn(Name name) {
        return table.column(name).isPresent();
    }

    private boolean hasIndex(@Nullable Name name) {
        return Stream.concat(
                        table.indexes().stream().map(index -> index.name()),
                        table.others().stream()
                                .filter(other -> other.kind().equals("index"))
                                .map(other -> other.name()))
                .anyMatch(other -> other != null && other.equals(name));
    }

    private boolean hasConstraint(Name name) {
        return Stream.<Constraint>concat(
                        Stream.concat(table.uniques().stream(), table.foreignKeys().stream()),
                        Stream.concat(table.checks().stream(), Stream.ofNullable(table.primaryKey())))
                .anyMatch(constraint -> name.equals(constraint.name()));
    }

    /** Always false: there is nothing to do, or an exception. */
    private boolean skips(boolean tolerated, String kind, @Nullable Name name, String state) {
        if (tolerated) {
            return false;
        }
        String what = kind + (name == null ? "" : " " + name);
        throw new UnsupportedByDialectException(new Unsupported(
                dialect.engine(),
                "a change of the " + what + " of " + table.name(),
                "the " + what + " " + state + (state.equals("is there") ? " already" : ""),
                "the name of one that " + (state.equals("is there") ? "is not there" : "is")));
    }
}
