package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.failure.GodwitException;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.universal.StatementTree.Conflict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The unique keys that an ON CONFLICT means. Immutable.
 *
 * @param translation whose text it is
 * @param name the table
 * @param conflict what the author wrote
 */
record ConflictKeys(Translation translation, TableName name, Conflict conflict) {

    /** The columns of each: one key for a target, all of the table's keys for none. */
    List<List<Name>> list() {
        Name constraint = conflict.constraint();
        if (constraint != null) {
            return List.of(columns(constraint));
        }
        if (conflict.target().isEmpty()) {
            return all();
        }
        List<Name> columns = new ArrayList<>();
        conflict.target().forEach(part -> columns.add(column(part.key())));
        checkUnique(columns);
        return List.of(columns);
    }

    private Name column(Node key) {
        if (key instanceof Node.ColumnReference column && column.qualifiers().isEmpty()) {
            return column.name();
        }
        throw translation.unsupported(
                key.at(),
                "ON CONFLICT with an expression",
                "rows are found by the columns of a key",
                "ON CONFLICT (columns)");
    }

    private void checkUnique(List<Name> columns) {
        Table table = table();
        if (table == null || isUnique(table, columns)) {
            return;
        }
        if (conflict.targetWhere() == null) {
            throw translation.unsupported(
                    conflict.at(),
                    "ON CONFLICT " + columns,
                    "no primary key, unique constraint or unique index of " + name + " has just these columns",
                    "the columns of one");
        }
        if (!translation.has(Clause.ON_CONFLICT)) {
            throw translation.unsupported(
                    conflict.at(),
                    "ON CONFLICT (…) WHERE …",
                    "it means a unique index of some rows only",
                    "two statements: UPDATE, and INSERT … SELECT … WHERE NOT EXISTS");
        }
    }

    private @Nullable Table table() {
        return translation.schema().table(name).orElse(null);
    }

    private static boolean isUnique(Table table, List<Name> columns) {
        HashSet<Name> meant = new HashSet<>(columns);
        return keys(table).stream().anyMatch(key -> meant.equals(new HashSet<>(key)))
                || table.others().stream().anyMatch(other -> other.kind().equals("index"));
    }

    /** Those that are of columns, and of every row. */
    private static List<List<Name>> keys(Table table) {
        List<List<Name>> keys = new ArrayList<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            keys.add(primary.columns());
        }
        table.uniques().forEach(unique -> keys.add(unique.columns()));
        table.indexes().stream()
                .filter(index -> index.unique() && isPlain(index))
                .forEach(index -> keys.add(index.columns().stream()
                        .map(IndexColumn::name)
                        .filter(Objects::nonNull)
                        .toList()));
        return keys;
    }

    private static boolean isPlain(Index index) {
        return index.where() == null && index.columns().stream().allMatch(part -> part.name() != null);
    }

    private List<List<Name>> all() {
        Table table = table();
        if (!conflict.assignments().isEmpty()) {
            throw translation.source().invalid(conflict.at(), "DO UPDATE needs the columns of a key: ON CONFLICT (…)");
        }
        if (table == null) {
            throw unknown("ON CONFLICT without columns");
        }
        for (Index index : table.indexes()) {
            if (index.unique() && !isPlain(index) && !translation.has(Clause.ON_CONFLICT)) {
                throw translation.unsupported(
                        conflict.at(),
                        "ON CONFLICT without columns",
                        "the unique index " + index.name() + " is of expressions or of some rows only",
                        "ON CONFLICT (columns)");
            }
        }
        return keys(table);
    }

    private GodwitException unknown(String construct) {
        return translation.unsupported(
                conflict.at(), construct, "which keys " + name + " has is not known here", "ON CONFLICT (columns)");
    }

    /** The columns of a constraint. */
    private List<Name> columns(Name constraint) {
        Table table = table();
        if (table == null) {
            throw unknown("ON CONFLICT ON CONSTRAINT " + constraint);
        }
        PrimaryKey key = table.primaryKey();
        if (key != null && isCalled(key, constraint)) {
            return key.columns();
        }
        for (UniqueKey unique : table.uniques()) {
            if (constraint.equals(unique.name())) {
                return unique.columns();
            }
        }
        throw translation.unsupported(
                conflict.at(),
                "ON CONFLICT ON CONSTRAINT " + constraint,
                "there is no primary key or unique constraint of that name on " + name,
                "ON CONFLICT (columns)");
    }

    /** Some engines know a primary key by no name of its own: it has PostgreSQL's then. */
    private boolean isCalled(PrimaryKey key, Name constraint) {
        Name given = key.name();
        boolean unnamed =
                given == null || given.equals(translation.dialect().naming().primaryKey(name));
        return constraint.equals(given)
                || (unnamed
                        && constraint.equals(new UsualNames(name)
                                .named(PrimaryKey.of(key.columns()))
                                .name()));
    }
}
