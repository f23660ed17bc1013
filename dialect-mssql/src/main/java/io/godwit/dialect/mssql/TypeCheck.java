package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps values out of a column that its type does not have, where SQL Server has no such type. */
record TypeCheck(Dialect dialect, TableName table, Column column) {

    /** The check, under a name that is part of the type; empty if the physical type is enough. */
    Optional<Check> check() {
        String condition = condition(MsSqlNative.meaning(column.type()));
        return condition == null || column.generated() != null
                ? Optional.empty()
                : Optional.of(new Check(name(table, column.name()), Expression.ofEngine(condition)));
    }

    static Name name(TableName table, Name column) {
        return MsSqlDialect.NAMING.enumCheck(table, column);
    }

    /** Whether nothing in the catalog but the remembered type tells what the column is. */
    static boolean mustBeRemembered(ColumnType type) {
        return type == SimpleType.JSON
                || type instanceof EnumType
                || type instanceof ArrayType
                || type instanceof VectorType
                || type instanceof CharType
                || (type instanceof VarcharType varchar && varchar.length() > MsSqlSyntax.LONGEST_VARCHAR);
    }

    private @Nullable String condition(ColumnType type) {
        String name = dialect.syntax().name(column.name());
        if (type instanceof EnumType values) {
            return name + " IN "
                    + values.values().stream()
                            .map(value -> dialect.syntax().text(value))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        if (type instanceof CharType padded) {
            String stripped = "DATALENGTH(" + name + ") = DATALENGTH(RTRIM(" + name + "))";
            return padded.length() > MsSqlSyntax.LONGEST_VARCHAR
                    ? stripped + " AND DATALENGTH(" + name + ") <= " + 2L * padded.length()
                    : stripped;
        }
        if (type instanceof ArrayType || type instanceof VectorType) {
            return "ISJSON(" + name + ") = 1";
        }
        if (type instanceof VarcharType varchar && varchar.length() > MsSqlSyntax.LONGEST_VARCHAR) {
            return "DATALENGTH(" + name + ") <= " + 2L * varchar.length();
        }
        // Until SQL Server 2022 ISJSON takes objects and arrays only.
        return type == SimpleType.JSON ? "ISJSON(N'[' + " + name + " + N']') = 1" : null;
    }

    /** A remembered type. */
    static Optional<ColumnType> remembered(@Nullable String text) {
        return Optional.ofNullable(text).map(ColumnType::parse);
    }
}
