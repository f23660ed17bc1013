package io.godwit.tck.harness;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Reference;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.Arrays;
import java.util.List;

/** Tables and what they are made of, as contracts write them; table names are parsed as in documents. */
public interface TableVocabulary {

    default TableName named(String table) {
        return TableName.parse(table);
    }

    default List<Name> names(String... names) {
        return Arrays.stream(names).map(Name::of).toList();
    }

    default Column column(String name, ColumnType type) {
        return Column.of(name, type);
    }

    /** A bigint column that is the primary key. */
    default Column key(String name) {
        return Column.of(name, SimpleType.BIGINT).withPrimaryKey(true);
    }

    /** A bigint column that the engine numbers, the primary key. */
    default Column identity(String name) {
        return key(name).withIdentity(true);
    }

    default Table table(String name, Column... columns) {
        return Table.of(named(name), List.of(columns));
    }

    default PrimaryKey primaryKey(String... columns) {
        return PrimaryKey.of(names(columns));
    }

    default UniqueKey unique(String... columns) {
        return new UniqueKey(null, names(columns));
    }

    default Check check(String expression) {
        return new Check(null, Expression.of(expression));
    }

    default Check check(String name, String expression) {
        return new Check(Name.of(name), Expression.of(expression));
    }

    default Reference references(String table, String column, ReferentialAction onDelete) {
        return new Reference(named(table), Name.of(column), onDelete, ReferentialAction.NO_ACTION);
    }

    default ForeignKey foreignKey(String column, String table, String referenced) {
        return foreignKey(column, table, referenced, ReferentialAction.NO_ACTION);
    }

    default ForeignKey foreignKey(String column, String table, String referenced, ReferentialAction onDelete) {
        return foreignKey(names(column), table, names(referenced), onDelete, ReferentialAction.NO_ACTION);
    }

    default ForeignKey foreignKey(
            List<Name> columns,
            String table,
            List<Name> referenced,
            ReferentialAction onDelete,
            ReferentialAction onUpdate) {
        return new ForeignKey(null, columns, named(table), referenced, onDelete, onUpdate);
    }

    default Index index(String... columns) {
        return Index.on(columns);
    }

    default IndexColumn descending(String column) {
        return new IndexColumn(Name.of(column), null, true, null);
    }
}
