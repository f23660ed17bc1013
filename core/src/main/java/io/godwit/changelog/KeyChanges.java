package io.godwit.changelog;

import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.Operation;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liquibase.change.AddColumnConfig;
import liquibase.change.ColumnConfig;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.DropDefaultValueChange;
import liquibase.change.core.DropForeignKeyConstraintChange;
import liquibase.change.core.DropIndexChange;
import liquibase.change.core.DropNotNullConstraintChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.change.core.DropUniqueConstraintChange;
import org.jspecify.annotations.Nullable;

/** Keys, indexes, NOT NULL and defaults. For one thread. */
record KeyChanges(ConvertedColumns columns) {

    List<ChangeConversion.Form<?>> forms() {
        return List.of(
                new ChangeConversion.Form<>(AddPrimaryKeyChange.class, this::add),
                new ChangeConversion.Form<>(DropPrimaryKeyChange.class, this::drop),
                new ChangeConversion.Form<>(AddForeignKeyConstraintChange.class, this::add),
                new ChangeConversion.Form<>(DropForeignKeyConstraintChange.class, this::drop),
                new ChangeConversion.Form<>(AddUniqueConstraintChange.class, this::add),
                new ChangeConversion.Form<>(DropUniqueConstraintChange.class, this::drop),
                new ChangeConversion.Form<>(CreateIndexChange.class, this::create),
                new ChangeConversion.Form<>(DropIndexChange.class, this::drop),
                new ChangeConversion.Form<>(AddNotNullConstraintChange.class, this::require),
                new ChangeConversion.Form<>(DropNotNullConstraintChange.class, this::allow),
                new ChangeConversion.Form<>(AddDefaultValueChange.class, this::setDefault),
                new ChangeConversion.Form<>(DropDefaultValueChange.class, this::dropDefault));
    }

    private TableName table(@Nullable String schema, @Nullable String name) {
        return columns.names().table(schema, name);
    }

    private Name name(@Nullable String name) {
        return columns.names().name(name);
    }

    private List<Operation> add(AddPrimaryKeyChange change) {
        TableName table = table(change.getSchemaName(), change.getTableName());
        Name name = columns.primaryKey(change.getTableName(), change.getConstraintName());
        return List.of(
                new AddPrimaryKey(table, new PrimaryKey(name, columns.names().names(change.getColumnNames()))));
    }

    private List<Operation> drop(DropPrimaryKeyChange change) {
        return List.of(new DropPrimaryKey(table(change.getSchemaName(), change.getTableName())));
    }

    private List<Operation> add(AddForeignKeyConstraintChange change) {
        ConvertedColumns.refuseDeferrable(change.getDeferrable(), change.getInitiallyDeferred());
        if (Boolean.FALSE.equals(change.getValidate())) {
            throw new UnconvertedException("a foreign key that is not validated has no portable form");
        }
        ForeignKey key = new ForeignKey(
                name(change.getConstraintName()),
                columns.names().names(change.getBaseColumnNames()),
                table(change.getReferencedTableSchemaName(), change.getReferencedTableName()),
                columns.names().names(change.getReferencedColumnNames()),
                action(change.getOnDelete()),
                action(change.getOnUpdate()));
        return List.of(new AddForeignKey(table(change.getBaseTableSchemaName(), change.getBaseTableName()), key));
    }

    private static ReferentialAction action(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return ReferentialAction.NO_ACTION;
        }
        return ReferentialAction.valueOf(words.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"));
    }

    private List<Operation> drop(DropForeignKeyConstraintChange change) {
        return List.of(new DropConstraint(
                table(change.getBaseTableSchemaName(), change.getBaseTableName()), name(change.getConstraintName())));
    }

    private List<Operation> add(AddUniqueConstraintChange change) {
        ConvertedColumns.refuseDeferrable(change.getDeferrable(), change.getInitiallyDeferred());
        if (Boolean.TRUE.equals(change.getDisabled()) || change.getForIndexName() != null) {
            throw new UnconvertedException("a unique key that is disabled, or rests on an index, has no portable form");
        }
        TableName table = table(change.getSchemaName(), change.getTableName());
        List<Name> names = columns.names().names(change.getColumnNames());
        return List.of(new AddUnique(table, columns.unique(table, change.getConstraintName(), names)));
    }

    private List<Operation> drop(DropUniqueConstraintChange change) {
        return List.of(new DropConstraint(
                table(change.getSchemaName(), change.getTableName()), name(change.getConstraintName())));
    }

    private List<Operation> create(CreateIndexChange change) {
        if (change.getUsing() != null) {
            throw new UnconvertedException("an index by the engine's own method " + change.getUsing());
        }
        List<IndexColumn> parts = new ArrayList<>();
        List<Name> included = new ArrayList<>();
        for (AddColumnConfig column : change.getColumns()) {
            if (Boolean.TRUE.equals(column.getIncluded())) {
                included.add(name(column.getName()));
            } else {
                parts.add(part(column));
            }
        }
        Index index = new Index(
                name(change.getIndexName()),
                parts,
                Boolean.TRUE.equals(change.isUnique()),
                null,
                included,
                IndexMethod.BTREE);
        return List.of(new CreateIndex(table(change.getSchemaName(), change.getTableName()), index, false, false));
    }

    private IndexColumn part(ColumnConfig column) {
        String text = column.getName().strip();
        boolean descends = Boolean.TRUE.equals(column.getDescending()) || text.matches("(?is).*\\s+desc");
        String bare = text.replaceAll("(?is)\\s+(asc|desc)$", "");
        if (Boolean.TRUE.equals(column.getComputed())) {
            return new IndexColumn(null, Expression.of(bare), descends, null);
        }
        if (bare.contains("(")) {
            throw new UnconvertedException("an index on '" + bare + "'");
        }
        return new IndexColumn(name(bare), null, descends, null);
    }

    private List<Operation> drop(DropIndexChange change) {
        TableName table = table(change.getSchemaName(), change.getTableName());
        return List.of(new DropIndex(table, name(change.getIndexName()), false, false));
    }

    private List<Operation> require(AddNotNullConstraintChange change) {
        String given = change.getDefaultNullValue();
        Value backfill = given == null ? null : columns.values().of(given, type(change.getColumnDataType()));
        TableName table = table(change.getSchemaName(), change.getTableName());
        return List.of(new SetNotNull(table, name(change.getColumnName()), backfill));
    }

    private @Nullable ColumnType type(@Nullable String written) {
        return written == null || written.isBlank() ? null : columns.types().type(written);
    }

    private List<Operation> allow(DropNotNullConstraintChange change) {
        return List.of(
                new DropNotNull(table(change.getSchemaName(), change.getTableName()), name(change.getColumnName())));
    }

    private List<Operation> setDefault(AddDefaultValueChange change) {
        TableName table = table(change.getSchemaName(), change.getTableName());
        ColumnConfig column = new ColumnConfig();
        column.setName(change.getColumnName());
        column.setDefaultValue(change.getDefaultValue());
        column.setDefaultValueNumeric(change.getDefaultValueNumeric());
        column.setDefaultValueDate(change.getDefaultValueDate());
        column.setDefaultValueBoolean(change.getDefaultValueBoolean());
        if (change.getDefaultValueComputed() != null) {
            column.setDefaultValueComputed(change.getDefaultValueComputed());
        }
        if (change.getDefaultValueSequenceNext() != null) {
            column.setDefaultValueSequenceNext(change.getDefaultValueSequenceNext());
        }
        Object value = column.getDefaultValueObject();
        Value converted = value == null ? Literal.NULL : columns.values().of(value, type(change.getColumnDataType()));
        return List.of(new SetDefault(table, name(change.getColumnName()), converted));
    }

    private List<Operation> dropDefault(DropDefaultValueChange change) {
        return List.of(
                new DropDefault(table(change.getSchemaName(), change.getTableName()), name(change.getColumnName())));
    }
}
