package io.godwit.changelog;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Query;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.change.AddColumnConfig;
import liquibase.change.ColumnConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateSequenceChange;
import liquibase.change.core.CreateTableChange;
import liquibase.change.core.CreateViewChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.DropSequenceChange;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.DropViewChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.core.RenameTableChange;
import liquibase.change.core.SetColumnRemarksChange;
import liquibase.change.core.SetTableRemarksChange;
import org.jspecify.annotations.Nullable;

/** Tables, columns, views and sequences. For one thread. */
record TableChanges(ConvertedColumns columns) {

    List<ChangeConversion.Form<?>> forms() {
        return List.of(
                new ChangeConversion.Form<>(CreateTableChange.class, this::create),
                new ChangeConversion.Form<>(DropTableChange.class, this::drop),
                new ChangeConversion.Form<>(RenameTableChange.class, this::rename),
                new ChangeConversion.Form<>(SetTableRemarksChange.class, this::comment),
                new ChangeConversion.Form<>(AddColumnChange.class, this::add),
                new ChangeConversion.Form<>(DropColumnChange.class, this::drop),
                new ChangeConversion.Form<>(RenameColumnChange.class, this::rename),
                new ChangeConversion.Form<>(ModifyDataTypeChange.class, this::retype),
                new ChangeConversion.Form<>(SetColumnRemarksChange.class, this::comment),
                new ChangeConversion.Form<>(CreateViewChange.class, this::create),
                new ChangeConversion.Form<>(DropViewChange.class, this::drop),
                new ChangeConversion.Form<>(CreateSequenceChange.class, this::create),
                new ChangeConversion.Form<>(DropSequenceChange.class, this::drop));
    }

    private TableName table(@Nullable String schema, @Nullable String name) {
        return columns.names().table(schema, name);
    }

    private List<Operation> create(CreateTableChange change) {
        if (change.getTableType() != null || Boolean.TRUE.equals(change.getRowDependencies())) {
            throw new UnconvertedException("the table is of a type of its own");
        }
        TableName name = table(change.getSchemaName(), change.getTableName());
        List<ColumnConfig> written = change.getColumns();
        List<Column> made = new ArrayList<>();
        for (ColumnConfig column : written) {
            made.add(columns.column(column));
        }
        Table table = Table.of(name, made)
                .withPrimaryKey(columns.primaryKey(change.getTableName(), written))
                .withUniques(columns.uniques(name, written))
                .withForeignKeys(columns.foreignKeys(written))
                .withChecks(columns.checks(written))
                .withComment(comment(change.getRemarks()));
        return List.of(new CreateTable(table, Boolean.TRUE.equals(change.getIfNotExists())));
    }

    private List<Operation> drop(DropTableChange change) {
        TableName name = table(change.getSchemaName(), change.getTableName());
        return List.of(new DropTable(name, false, Boolean.TRUE.equals(change.isCascadeConstraints())));
    }

    private List<Operation> rename(RenameTableChange change) {
        return List.of(new RenameTable(
                table(change.getSchemaName(), change.getOldTableName()),
                table(change.getSchemaName(), change.getNewTableName())));
    }

    private List<Operation> comment(SetTableRemarksChange change) {
        TableName name = table(change.getSchemaName(), change.getTableName());
        return List.of(new CommentOn(name, null, comment(change.getRemarks())));
    }

    private static @Nullable String comment(@Nullable String remarks) {
        return remarks == null || remarks.isBlank() ? null : remarks;
    }

    private List<Operation> add(AddColumnChange change) {
        TableName name = table(change.getSchemaName(), change.getTableName());
        List<Operation> operations = new ArrayList<>();
        List<AddColumnConfig> written = change.getColumns();
        for (AddColumnConfig column : written) {
            operations.add(new AddColumn(name, columns.column(column), false));
            if (column.getValueObject() != null) {
                Row set = new Row(Map.of(
                        columns.names().name(column.getName()), columns.values().valueOf(column)));
                operations.add(new UpdateRows(name, set, null));
            }
        }
        PrimaryKey key = columns.primaryKey(change.getTableName(), written);
        if (key != null) {
            operations.add(new AddPrimaryKey(name, key));
        }
        for (UniqueKey unique : columns.uniques(name, written)) {
            operations.add(new AddUnique(name, unique));
        }
        for (ForeignKey foreign : columns.foreignKeys(written)) {
            operations.add(new AddForeignKey(name, foreign));
        }
        for (Check check : columns.checks(written)) {
            operations.add(new AddCheck(name, check));
        }
        return operations;
    }

    private List<Operation> drop(DropColumnChange change) {
        TableName name = table(change.getSchemaName(), change.getTableName());
        if (change.getColumns().isEmpty()) {
            return List.of(new DropColumn(name, columns.names().name(change.getColumnName()), false));
        }
        return change.getColumns().stream()
                .<Operation>map(column -> new DropColumn(name, columns.names().name(column.getName()), false))
                .toList();
    }

    private List<Operation> rename(RenameColumnChange change) {
        return List.of(new RenameColumn(
                table(change.getSchemaName(), change.getTableName()),
                columns.names().name(change.getOldColumnName()),
                columns.names().name(change.getNewColumnName())));
    }

    private List<Operation> retype(ModifyDataTypeChange change) {
        return List.of(new ChangeType(
                table(change.getSchemaName(), change.getTableName()),
                columns.names().name(change.getColumnName()),
                columns.types().type(change.getNewDataType()),
                null));
    }

    private List<Operation> comment(SetColumnRemarksChange change) {
        TableName name = table(change.getSchemaName(), change.getTableName());
        return List.of(new CommentOn(name, columns.names().name(change.getColumnName()), comment(change.getRemarks())));
    }

    private List<Operation> create(CreateViewChange change) {
        if (Boolean.TRUE.equals(change.getFullDefinition()) || change.getPath() != null) {
            throw new UnconvertedException("the view's whole definition is SQL of an engine's own");
        }
        String query =
                change.getSelectQuery() == null ? "" : change.getSelectQuery().strip();
        View view = new View(
                table(change.getSchemaName(), change.getViewName()),
                Query.of(query.endsWith(";") ? query.substring(0, query.length() - 1) : query),
                false);
        return List.of(new CreateView(view, Boolean.TRUE.equals(change.getReplaceIfExists())));
    }

    private List<Operation> drop(DropViewChange change) {
        TableName name = table(change.getSchemaName(), change.getViewName());
        return List.of(new DropView(name, Boolean.TRUE.equals(change.isIfExists())));
    }

    private List<Operation> create(CreateSequenceChange change) {
        boolean plain = change.getMaxValue() == null
                && change.getMinValue() == null
                && change.getCacheSize() == null
                && change.getDataType() == null
                && !Boolean.TRUE.equals(change.getCycle());
        if (!plain) {
            throw new UnconvertedException("a sequence with limits, a cache or a type has no portable form");
        }
        return List.of(new CreateSequence(new Sequence(
                table(change.getSchemaName(), change.getSequenceName()),
                number(change.getStartValue()),
                number(change.getIncrementBy()))));
    }

    private static long number(@Nullable BigInteger number) {
        return number == null ? 1 : number.longValueExact();
    }

    private List<Operation> drop(DropSequenceChange change) {
        return List.of(new DropSequence(table(change.getSchemaName(), change.getSequenceName())));
    }
}
