package io.godwit.dialect.postgres;

import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The condition that is part of the type of an enum column, or of an array of an enum. */
record PostgresEnum(List<String> values, boolean array) {

    /** Empty for every other type. */
    static Optional<PostgresEnum> of(ColumnType type) {
        if (type instanceof EnumType values) {
            return Optional.of(new PostgresEnum(values.values(), false));
        }
        return type instanceof ArrayType array && array.element() instanceof EnumType values
                ? Optional.of(new PostgresEnum(values.values(), true))
                : Optional.empty();
    }

    String condition(Name column, SqlSyntax syntax) {
        String list = values.stream().map(syntax::text).collect(Collectors.joining(", "));
        return array
                ? syntax.name(column) + " <@ ARRAY[" + list + "]::varchar[]"
                : syntax.name(column) + " IN (" + list + ")";
    }
}
