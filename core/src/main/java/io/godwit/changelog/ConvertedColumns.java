package io.godwit.changelog;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.database.core.MySQLDatabase;
import org.jspecify.annotations.Nullable;

/** Columns of a changelog, with what their constraints become. For one thread. */
record ConvertedColumns(ConvertedNames names, ConvertedTypes types, ConvertedValues values) {

    private static final Pattern REFERENCE = Pattern.compile("\\s*(.+?)\\s*\\(\\s*(.+?)\\s*\\)\\s*");

    /** The column without its keys; a primary key's columns are never NULL. */
    Column column(ColumnConfig written) {
        if (Boolean.TRUE.equals(written.getComputed())) {
            throw new UnconvertedException("column " + written.getName() + " is computed by the engine's own words");
        }
        boolean numbered = Boolean.TRUE.equals(written.isAutoIncrement())
                || (written.getType() != null && types.isNumbered(written.getType(), names.database()));
        boolean plainStart = isOne(written.getStartWith()) && isOne(written.getIncrementBy());
        if (numbered && !(plainStart && written.getGenerationType() == null)) {
            throw new UnconvertedException("column " + written.getName() + " is numbered in a way of its own");
        }
        ColumnType type = types.type(written.getType());
        ConstraintsConfig constraints = written.getConstraints();
        boolean required = constraints != null
                && (Boolean.FALSE.equals(constraints.isNullable()) || Boolean.TRUE.equals(constraints.isPrimaryKey()));
        return new Column(
                names.name(written.getName()),
                type,
                !required,
                values.defaultOf(written, type),
                false,
                false,
                null,
                null,
                numbered,
                null,
                written.getRemarks() == null || written.getRemarks().isBlank() ? null : written.getRemarks(),
                ConvertedTypes.isText(type) ? "native" : null,
                false);
    }

    private static boolean isOne(@Nullable BigInteger number) {
        return number == null || number.equals(BigInteger.ONE);
    }

    /** Of all columns that say they are in it; null for none. Unnamed, it gets PostgreSQL's usual name. */
    @Nullable
    PrimaryKey primaryKey(String table, List<? extends ColumnConfig> columns) {
        List<ColumnConfig> keys = columns.stream()
                .filter(column -> column.getConstraints() != null
                        && Boolean.TRUE.equals(column.getConstraints().isPrimaryKey()))
                .map(ColumnConfig.class::cast)
                .toList();
        if (keys.isEmpty()) {
            return null;
        }
        String name = keys.stream()
                .map(column -> column.getConstraints().getPrimaryKeyName())
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .orElse(null);
        return new PrimaryKey(
                primaryKey(table, name),
                keys.stream().map(column -> names.name(column.getName())).toList());
    }

    /** Its name, or PostgreSQL's usual one. */
    Name primaryKey(String table, @Nullable String name) {
        return names.name(name == null || name.isBlank() ? table.strip() + "_pkey" : name);
    }

    List<UniqueKey> uniques(TableName table, List<? extends ColumnConfig> columns) {
        List<UniqueKey> keys = new ArrayList<>();
        for (ColumnConfig column : columns) {
            ConstraintsConfig constraints = column.getConstraints();
            if (constraints != null && Boolean.TRUE.equals(constraints.isUnique())) {
                Name name = names.name(column.getName());
                keys.add(unique(table, constraints.getUniqueConstraintName(), List.of(name)));
            }
        }
        return keys;
    }

    /** Unnamed, it gets PostgreSQL's usual name; on MySQL and MariaDB their own, which is that of the first column. */
    UniqueKey unique(TableName table, @Nullable String name, List<Name> columns) {
        String usual = names.database() instanceof MySQLDatabase
                ? columns.get(0).text()
                : table.name() + "_" + columns.stream().map(Name::text).collect(Collectors.joining("_")) + "_key";
        return new UniqueKey(name == null || name.isBlank() ? Name.of(usual) : names.name(name), columns);
    }

    List<ForeignKey> foreignKeys(List<? extends ColumnConfig> columns) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ColumnConfig column : columns) {
            ConstraintsConfig constraints = column.getConstraints();
            boolean refers = constraints != null
                    && (constraints.getReferences() != null || constraints.getReferencedTableName() != null);
            if (refers) {
                keys.add(foreignKey(column, constraints));
            }
        }
        return keys;
    }

    private ForeignKey foreignKey(ColumnConfig column, ConstraintsConfig constraints) {
        refuseDeferrable(constraints.isDeferrable(), constraints.isInitiallyDeferred());
        TableName table;
        List<Name> referenced;
        if (constraints.getReferences() == null) {
            table = names.table(constraints.getReferencedTableSchemaName(), constraints.getReferencedTableName());
            referenced = names.names(constraints.getReferencedColumnNames());
        } else {
            Matcher reference = REFERENCE.matcher(constraints.getReferences());
            if (!reference.matches()) {
                throw new UnconvertedException("'" + constraints.getReferences() + "' is no table(column)");
            }
            String[] parts = reference.group(1).split("\\.", 2);
            table = parts.length == 2 ? names.table(parts[0], parts[1]) : names.table(null, parts[0]);
            referenced = names.names(reference.group(2));
        }
        String name = constraints.getForeignKeyName();
        return new ForeignKey(
                name == null || name.isBlank() ? null : names.name(name),
                List.of(names.name(column.getName())),
                table,
                referenced,
                Boolean.TRUE.equals(constraints.isDeleteCascade())
                        ? ReferentialAction.CASCADE
                        : ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }

    List<Check> checks(List<? extends ColumnConfig> columns) {
        return columns.stream()
                .filter(column -> column.getConstraints() != null
                        && column.getConstraints().getCheckConstraint() != null)
                .map(column -> new Check(
                        null, Expression.of(condition(column.getConstraints().getCheckConstraint()))))
                .toList();
    }

    private static String condition(String check) {
        String text = check.strip();
        return text.toUpperCase(Locale.ROOT).startsWith("CHECK")
                ? text.substring("CHECK".length()).strip()
                : text;
    }

    static void refuseDeferrable(@Nullable Boolean deferrable, @Nullable Boolean deferred) {
        if (Boolean.TRUE.equals(deferrable) || Boolean.TRUE.equals(deferred)) {
            throw new UnconvertedException("a key that is checked at the end of a transaction has no portable form");
        }
    }
}
