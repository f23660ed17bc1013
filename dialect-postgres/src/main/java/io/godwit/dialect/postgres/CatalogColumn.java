package io.godwit.dialect.postgres;

import io.godwit.schema.ArrayType;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column as pg_attribute has it.
 *
 * @param number by which constraints and indexes know it
 * @param type as format_type writes it
 * @param generated {@code s} stored, {@code v} virtual, empty for an ordinary column
 * @param expression the default, or how it is generated
 */
record CatalogColumn(
        int number,
        Name name,
        String type,
        boolean nullable,
        boolean identity,
        String generated,
        @Nullable String expression,
        @Nullable String comment,
        @Nullable String collation) {

    /** @param enumCheck the check that makes an enum of it */
    Column column(Optional<Check> enumCheck) {
        ColumnType columnType = columnType(enumCheck);
        return Column.of(name.text(), columnType)
                .withNullable(nullable)
                .withIdentity(identity)
                .withGenerated(
                        generated.isEmpty() || expression == null
                                ? null
                                : new Generated(Expression.ofEngine(expression), generated.equals("s")))
                .withDefaultValue(defaultValue(columnType))
                .withComment(comment)
                .withCollation(collation);
    }

    private ColumnType columnType(Optional<Check> enumCheck) {
        ColumnType plain = new CatalogType(type).columnType();
        List<String> values = enumCheck
                .map(check -> new SqlTokens(check.expression().text()).strings())
                .orElse(List.of());
        if (values.isEmpty()) {
            return plain;
        }
        return plain instanceof ArrayType ? new ArrayType(new EnumType(values)) : new EnumType(values);
    }

    private @Nullable Value defaultValue(ColumnType columnType) {
        return identity || !generated.isEmpty() || expression == null
                ? null
                : new CatalogDefault(expression, columnType).value();
    }
}
