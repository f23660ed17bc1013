package io.godwit.dialect;

import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import org.jspecify.annotations.Nullable;

/** The SQL standard's way of writing; an engine overrides what differs. Stateless and thread-safe. */
public abstract class StandardSyntax implements SqlSyntax, ColumnTypeVisitor<String> {

    /** For dialects to extend. */
    protected StandardSyntax() {}

    @Override
    public String name(Name name) {
        return '"' + name.text().replace("\"", "\"\"") + '"';
    }

    @Override
    public String table(TableName name) {
        return name.schema().map(schema -> name(schema) + ".").orElse("") + name(name.name());
    }

    @Override
    public String text(String characters) {
        return "'" + characters.replace("'", "''") + "'";
    }

    @Override
    public String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    @Override
    public String literal(Literal literal, @Nullable ColumnType type) {
        return switch (literal.kind()) {
            case NULL -> "NULL";
            case BOOLEAN -> bool(Boolean.parseBoolean(literal.text()));
            case NUMBER -> literal.text();
            case TEXT, JSON -> text(literal.text());
        };
    }

    @Override
    public String visit(CharType type) {
        return visit(new VarcharType(type.length()));
    }

    /** The type's word with its number of digits, as {@code TIMESTAMP(3)} for {@code TIMESTAMP} and for {@code TIMESTAMP(6)}. */
    @Override
    public String visit(TimeType type) {
        String word = visit(type.kind());
        int bracket = word.indexOf('(');
        return (bracket < 0 ? word : word.substring(0, bracket)) + "(" + type.digits() + ")";
    }

    @Override
    public String type(ColumnType type) {
        return type.accept(this);
    }
}
