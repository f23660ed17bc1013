package io.godwit.tck.harness;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropTable;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** The operations on tables, columns and constraints, as contracts write them. */
public interface OperationVocabulary extends TableVocabulary, RowVocabulary {

    default CreateTable createTable(String name, Column... columns) {
        return createTable(table(name, columns));
    }

    default CreateTable createTable(Table table) {
        return new CreateTable(table, false);
    }

    default DropTable dropTable(String table) {
        return new DropTable(named(table), false, false);
    }

    default DropTable dropTableCascade(String table) {
        return new DropTable(named(table), false, true);
    }

    default RenameTable renameTable(String from, String to) {
        return new RenameTable(named(from), named(to));
    }

    default CommentOn comment(String table, @Nullable String column, @Nullable String comment) {
        return new CommentOn(named(table), column == null ? null : Name.of(column), comment);
    }

    default AddColumn addColumn(String table, Column column) {
        return new AddColumn(named(table), column, false);
    }

    default DropColumn dropColumn(String table, String column) {
        return new DropColumn(named(table), Name.of(column), false);
    }

    default RenameColumn renameColumn(String table, String from, String to) {
        return new RenameColumn(named(table), Name.of(from), Name.of(to));
    }

    default ChangeType changeType(String table, String column, ColumnType type) {
        return new ChangeType(named(table), Name.of(column), type, null);
    }

    default ChangeType changeType(String table, String column, ColumnType type, String using) {
        return new ChangeType(named(table), Name.of(column), type, Expression.of(using));
    }

    default SetNotNull setNotNull(String table, String column) {
        return new SetNotNull(named(table), Name.of(column), null);
    }

    default SetNotNull setNotNull(String table, String column, Object backfill) {
        return new SetNotNull(named(table), Name.of(column), value(backfill));
    }

    default DropNotNull dropNotNull(String table, String column) {
        return new DropNotNull(named(table), Name.of(column));
    }

    default SetDefault setDefault(String table, String column, Object defaultValue) {
        return new SetDefault(named(table), Name.of(column), value(defaultValue));
    }

    default DropDefault dropDefault(String table, String column) {
        return new DropDefault(named(table), Name.of(column));
    }

    default AddPrimaryKey addPrimaryKey(String table, String... columns) {
        return new AddPrimaryKey(named(table), primaryKey(columns));
    }

    default DropPrimaryKey dropPrimaryKey(String table) {
        return new DropPrimaryKey(named(table));
    }

    default AddForeignKey addForeignKey(String table, ForeignKey key) {
        return new AddForeignKey(named(table), key);
    }

    default AddUnique addUnique(String table, String... columns) {
        return new AddUnique(named(table), unique(columns));
    }

    default AddCheck addCheck(String table, Check check) {
        return new AddCheck(named(table), check);
    }

    default DropConstraint dropConstraint(String table, String name) {
        TableName from = named(table);
        return new DropConstraint(from, Name.of(name));
    }
}
