package io.godwit.plan;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes inserted rows back by their primary keys, when every row gives its whole key. */
final class InsertedRows {

    /** Types whose equality means the same on every engine, whatever a literal of them looks like. */
    private static final Set<SimpleType> KEY_TYPES = Set.of(
            SimpleType.UUID,
            SimpleType.SMALLINT,
            SimpleType.INTEGER,
            SimpleType.BIGINT,
            SimpleType.TEXT,
            SimpleType.DATE);

    private final Table table;
    private final InsertRows insert;

    InsertedRows(Table table, InsertRows insert) {
        this.table = table;
        this.insert = insert;
    }

    Inverse inverse() {
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            return Inverse.none("table " + table.name() + " has no primary key to find the inserted rows by");
        }
        if (!insert.rows().stream().allMatch(row -> hasWhole(key, row))) {
            return Inverse.none("an inserted row does not give its whole primary key " + key.columns());
        }
        String where = key.columns().size() == 1 ? oneColumn(key.columns().get(0)) : manyColumns(key.columns());
        return Inverse.exact(new DeleteRows(table.name(), Expression.of(where)));
    }

    private boolean hasWhole(PrimaryKey key, Row row) {
        return key.columns().stream().allMatch(column -> {
            Value value = row.values().get(column);
            return value instanceof Literal literal && !literal.isNull() && comparable(typeOf(column));
        });
    }

    private static boolean comparable(@Nullable ColumnType type) {
        return type instanceof VarcharType
                || type instanceof EnumType
                || type instanceof DecimalType
                || (type instanceof SimpleType simple && KEY_TYPES.contains(simple));
    }

    private String oneColumn(Name column) {
        return insert.rows().stream()
                .map(row -> text(column, row))
                .collect(Collectors.joining(", ", QuotedName.of(column) + " IN (", ")"));
    }

    private String manyColumns(List<Name> columns) {
        return insert.rows().stream()
                .map(row -> columns.stream()
                        .map(column -> QuotedName.of(column) + " = " + text(column, row))
                        .collect(Collectors.joining(" AND ", "(", ")")))
                .collect(Collectors.joining(" OR "));
    }

    private String text(Name column, Row row) {
        Literal literal = (Literal) row.values().get(column);
        String text = literal == null ? "" : literal.text();
        ColumnType type = typeOf(column);
        boolean number = type instanceof DecimalType || SimpleType.isWhole(type);
        if (number) {
            return text;
        }
        return "'" + (type == SimpleType.UUID ? text.toLowerCase(Locale.ROOT) : text).replace("'", "''") + "'";
    }

    private @Nullable ColumnType typeOf(Name column) {
        return table.column(column).map(Column::type).orElse(null);
    }
}
