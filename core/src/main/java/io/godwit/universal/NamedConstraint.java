package io.godwit.universal;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.Operation;
import io.godwit.schema.Check;
import io.godwit.schema.Constraint;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that a statement names. A name that PostgreSQL would have given, such as {@code city_name_key}, means the constraint
 * that Godwit has named in its own way.
 */
final class NamedConstraint {

    private final Reading reading;
    private final TableName table;
    private final Name name;

    NamedConstraint(Reading reading, TableName table, Name name) {
        this.reading = reading;
        this.table = table;
        this.name = name;
    }

    List<Operation> dropped(int at, boolean ifExists, boolean cascade) {
        Table known = reading.schema().table(table).orElse(null);
        if (known == null) {
            if (ifExists) {
                throw unknown(at);
            }
            return List.of(
                    name.text().equals(table.name() + "_pkey")
                            ? new DropPrimaryKey(table)
                            : new DropConstraint(table, name));
        }
        Constraint found = find(known);
        if (found == null && ifExists) {
            return List.of();
        } else if (found == null) {
            throw reading.tokens().invalid(at, "table " + table + " has no constraint " + name);
        }
        Name own = found.name();
        List<Name> key = found instanceof PrimaryKey primary
                ? primary.columns()
                : found instanceof UniqueKey unique ? unique.columns() : List.of();
        List<Operation> operations =
                new ArrayList<>(key.isEmpty() ? List.of() : new RestingKeys(reading, known).over(key, cascade, at));
        operations.add(
                found instanceof PrimaryKey
                        ? new DropPrimaryKey(table)
                        : new DropConstraint(table, own == null ? name : own));
        return operations;
    }

    /** Not every engine can rename a constraint: it is dropped and added again. The name of a primary key is not used anywhere. */
    List<Operation> renamed(int at, Name to) {
        Constraint found = reading.schema().table(table).map(this::find).orElse(null);
        if (found == null || reading.passesUnknown()) {
            throw reading.unsupported(
                    at,
                    "RENAME CONSTRAINT " + name,
                    "the table is not known to have it",
                    "DROP CONSTRAINT and ADD CONSTRAINT under the new name");
        }
        Name own = found.name();
        DropConstraint drop = new DropConstraint(table, own == null ? name : own);
        if (found instanceof UniqueKey unique) {
            return List.of(drop, new AddUnique(table, unique.named(to)));
        } else if (found instanceof ForeignKey key) {
            return List.of(drop, new AddForeignKey(table, key.named(to)));
        } else if (found instanceof Check check) {
            return List.of(drop, new AddCheck(table, check.named(to)));
        }
        reading.note("the primary key of " + table + " keeps its name");
        return List.of();
    }

    /** Whether the name is that of a key of the table, and so of the key's index. */
    static boolean isKeyOf(Table table, TableName index) {
        PrimaryKey key = table.primaryKey();
        return isUniqueOf(table, index)
                || (key != null
                        && table.name().schema().equals(index.schema())
                        && index.name().equals(key.name()));
    }

    /** Whether the name is that of a unique constraint, which not every catalog tells from a unique index. */
    static boolean isUniqueOf(Table table, TableName index) {
        return table.name().schema().equals(index.schema())
                && table.uniques().stream().anyMatch(unique -> index.name().equals(unique.name()));
    }

    private RuntimeException unknown(int at) {
        return reading.unsupported(
                at,
                "DROP CONSTRAINT IF EXISTS " + name,
                "the table is not known here",
                "DROP CONSTRAINT, or a table that the plugin makes");
    }

    private @Nullable Constraint find(Table known) {
        List<Constraint> all = new ArrayList<>(known.uniques());
        all.addAll(known.foreignKeys());
        all.addAll(known.checks());
        PrimaryKey key = known.primaryKey();
        if (key != null) {
            all.add(key);
        }
        for (Constraint constraint : all) {
            if (name.equals(constraint.name())) {
                return constraint;
            }
        }
        Naming naming = reading.dialect().naming();
        for (Constraint constraint : all) {
            if (name.text().equals(usual(constraint)) && isUnnamed(constraint, naming)) {
                return constraint;
            }
        }
        if (key != null && name.text().endsWith("_pkey")) {
            return key;
        }
        return known.checks().stream()
                .filter(check -> known.columns().stream()
                        .anyMatch(column ->
                                naming.columnCheck(table, column.name()).equals(check.name())
                                        && name.text().equals(table.name() + "_" + column.name() + "_check")))
                .findFirst()
                .orElse(null);
    }

    /** The name that PostgreSQL gives; empty for a check, whose name depends on its columns. */
    private String usual(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return table.name() + "_pkey";
        } else if (constraint instanceof UniqueKey unique) {
            return table.name() + "_" + joined(unique.columns()) + "_key";
        }
        return constraint instanceof ForeignKey key ? table.name() + "_" + joined(key.columns()) + "_fkey" : "";
    }

    private boolean isUnnamed(Constraint constraint, Naming naming) {
        Name own = constraint.name();
        if (constraint instanceof PrimaryKey) {
            return true;
        } else if (constraint instanceof UniqueKey unique) {
            return naming.name(table, new UniqueKey(null, unique.columns()))
                    .name()
                    .equals(own);
        }
        return constraint instanceof ForeignKey key
                && naming.name(
                                table,
                                new ForeignKey(
                                        null,
                                        key.columns(),
                                        key.table(),
                                        key.referenced(),
                                        key.onDelete(),
                                        key.onUpdate()))
                        .name()
                        .equals(own);
    }

    private static String joined(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining("_"));
    }
}
