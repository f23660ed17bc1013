package io.godwit.plan.transform;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values as universal SQL writes them. Stateless and thread-safe. */
final class UniversalSql {

    private UniversalSql() {}

    static String name(Name name) {
        return '"' + name.text().replace("\"", "\"\"") + '"';
    }

    static String names(Collection<Name> names) {
        return names.stream().map(UniversalSql::name).collect(Collectors.joining(", "));
    }

    static String table(TableName table) {
        return table.schema().map(schema -> name(schema) + ".").orElse("") + name(table.name());
    }

    static String text(String characters) {
        return "'" + characters.replace("'", "''") + "'";
    }

    /**
     * A value of a type, which also says that type wherever the text alone would not.
     *
     * @param type null if it is not known
     */
    static String literal(Literal literal, @Nullable ColumnType type) {
        return switch (literal.kind()) {
            case NULL -> "NULL";
            case BOOLEAN -> literal.text().toUpperCase(Locale.ROOT);
            case NUMBER -> literal.text().startsWith("-") ? "(" + literal.text() + ")" : literal.text();
            case TEXT -> type == null || isText(type) ? text(literal.text()) : cast(text(literal.text()), type);
            case JSON -> cast(text(literal.text()), SimpleType.JSON);
        };
    }

    static String cast(String value, ColumnType type) {
        return "CAST(" + value + " AS " + written(type) + ")";
    }

    static boolean isText(ColumnType type) {
        String text = type.toString();
        return type == SimpleType.TEXT
                || text.startsWith("varchar")
                || text.startsWith("char")
                || text.startsWith("enum")
                || text.contains("[]")
                || text.startsWith("vector")
                || text.startsWith("{");
    }

    private static String written(ColumnType type) {
        if (type instanceof SimpleType simple) {
            return switch (simple) {
                case BYTES -> "bytea";
                case JSON -> "jsonb";
                case DOUBLE -> "double precision";
                default -> type.toString();
            };
        }
        return type.toString();
    }
}
