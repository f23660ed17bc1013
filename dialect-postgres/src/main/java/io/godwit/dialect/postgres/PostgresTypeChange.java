package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.ChangeType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one ALTER TABLE that gives a column another type.
 *
 * <p>Without USING, PostgreSQL casts as in an assignment, which refuses a text that is too long; an explicit cast would cut it. So
 * USING stands only where there is no assignment cast. A default is cast by assignment too, and where that is not possible it is
 * dropped and set again; so is the check of an enum.
 *
 * @param column the column before; null if it is not known
 */
record PostgresTypeChange(
        Dialect dialect,
        PostgresText text,
        ChangeType change,
        @Nullable Column column) {

    String sql() {
        String alter = "ALTER COLUMN " + text.name(change.column()) + " ";
        Value restored = restoredDefault();
        List<String> parts = new ArrayList<>();
        if (column != null && PostgresEnum.of(column.type()).isPresent()) {
            Name check = dialect.naming().enumCheck(change.table(), change.column());
            parts.add("DROP CONSTRAINT " + text.name(check));
        }
        if (restored != null) {
            parts.add(alter + "DROP DEFAULT");
        }
        String using = using();
        parts.add(alter + "TYPE " + text.type(change.type()) + (using.isEmpty() ? "" : " USING " + using));
        if (restored != null) {
            parts.add(alter + "SET DEFAULT " + value(restored));
        }
        text.enumCheck(change.table(), change.column(), change.type()).ifPresent(check -> parts.add("ADD " + check));
        return "ALTER TABLE " + text.name(change.table()) + " " + String.join(", ", parts);
    }

    private @Nullable Value restoredDefault() {
        if (column == null || TypeFamily.of(column.type()) == TypeFamily.of(change.type())) {
            return null;
        }
        return column.defaultValue();
    }

    private String value(Value value) {
        if (value instanceof Literal literal
                && literal.kind() == Literal.Kind.BOOLEAN
                && TypeFamily.of(change.type()) == TypeFamily.NUMBER) {
            return literal.text().equals("true") ? "1" : "0";
        }
        try {
            return text.value(value, change.type(), change.table());
        } catch (IllegalArgumentException e) {
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect.engine(),
                    "changeType of " + change.table() + "." + change.column(),
                    "its default '" + (value instanceof Literal literal ? literal.text() : value)
                            + "' is no value of type " + change.type(),
                    "dropDefault before it, and setDefault after it"));
        }
    }

    private String using() {
        Expression using = change.using();
        if (using != null) {
            return text.expression(using, change.table());
        }
        return column == null ? "" : cast(column.type(), change.type());
    }

    private String cast(ColumnType from, ColumnType to) {
        String name = text.name(change.column());
        TypeFamily source = TypeFamily.of(from);
        TypeFamily target = TypeFamily.of(to);
        if (source == TypeFamily.BYTES && target == TypeFamily.TEXT) {
            return "convert_from(" + name + ", 'UTF8')";
        } else if (source.isAssignableTo(target)) {
            return "";
        } else if (source == TypeFamily.TEXT && target == TypeFamily.BYTES) {
            return "convert_to(" + name + ", 'UTF8')";
        } else if (source == TypeFamily.NUMBER && target == TypeFamily.BOOLEAN) {
            return name + " <> 0";
        } else if (source == TypeFamily.BOOLEAN && target == TypeFamily.NUMBER) {
            return name + "::integer::" + text.type(to);
        }
        return name + "::" + text.type(to);
    }
}
