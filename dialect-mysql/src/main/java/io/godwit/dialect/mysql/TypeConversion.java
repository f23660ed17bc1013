package io.godwit.dialect.mysql;

import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What becomes of a column's values when its type changes and the author gave no expression: PostgreSQL's cast. */
final class TypeConversion {

    private static final Set<Kind> WHOLE_OR_DECIMAL = EnumSet.of(Kind.INTEGER, Kind.DECIMAL);
    private static final Set<Kind> MOMENTS = EnumSet.of(Kind.TIMESTAMP, Kind.TIMESTAMPTZ);

    private static final Set<Kind> READ_FROM_TEXT = EnumSet.of(
            Kind.TEXT,
            Kind.INTEGER,
            Kind.DECIMAL,
            Kind.REAL,
            Kind.DOUBLE,
            Kind.DATE,
            Kind.TIME,
            Kind.TIMESTAMP,
            Kind.TIMESTAMPTZ,
            Kind.JSON);

    private final MySqlText text;
    private final String column;
    private final ColumnType from;
    private final ColumnType to;

    /** @param column quoted */
    TypeConversion(MySqlText text, String column, ColumnType from, ColumnType to) {
        this.text = text;
        this.column = column;
        this.from = from;
        this.to = to;
    }

    /**
     * The engine's expression of the new value; empty where MODIFY converts as PostgreSQL does, or fails.
     *
     * @throws UnsupportedByDialectException if there is no conversion
     */
    Optional<String> expression() {
        ValueType old = ValueType.of(from).held();
        ValueType wanted = ValueType.of(to).held();
        if (isDirect(old.kind(), wanted.kind())) {
            return Optional.empty();
        }
        Optional<String> special = special(old.kind(), wanted.kind());
        if (special.isPresent()) {
            return special;
        }
        try {
            Term value = Term.atom(column).as(old);
            return Optional.of(text.syntax()
                    .functions()
                    .cast(value, new CastTarget(to.toString(), wanted, to))
                    .sql());
        } catch (UnsupportedByDialectException e) {
            throw text.refuse(
                    "changing the type of " + column + " from " + from + " to " + to,
                    e.unsupported().reason(),
                    "say with \"using\" how the new value is made of the old one");
        }
    }

    private boolean isDirect(Kind old, Kind wanted) {
        if (from.equals(to) || from instanceof NativeType || to instanceof NativeType) {
            return true;
        }
        if (old == Kind.TEXT) {
            return READ_FROM_TEXT.contains(wanted);
        }
        if (from instanceof ArrayType || to instanceof ArrayType) {
            return old == Kind.JSON || wanted == Kind.JSON || old == wanted;
        }
        boolean number = wanted == Kind.REAL || wanted == Kind.DOUBLE;
        return switch (old) {
            case INTEGER, DECIMAL -> WHOLE_OR_DECIMAL.contains(wanted) || number || wanted == Kind.TEXT;
            case REAL, DOUBLE -> number;
            case DATE -> MOMENTS.contains(wanted) || wanted == Kind.TEXT;
            case TIMESTAMP, TIMESTAMPTZ -> MOMENTS.contains(wanted);
            case TIME -> wanted == Kind.TIME;
            case BOOLEAN -> wanted == Kind.INTEGER;
            case UUID, JSON -> wanted == Kind.TEXT;
            default -> false;
        };
    }

    /** An instant is in UTC, where a cast would depend on the session's time zone. */
    private Optional<String> special(Kind old, Kind wanted) {
        if (old != Kind.TIMESTAMPTZ) {
            return Optional.empty();
        }
        Term moment = Term.atom(column).as(ValueType.of(Kind.TIMESTAMP));
        return switch (wanted) {
            case DATE -> Optional.of("DATE(" + column + ")");
            case TIME -> Optional.of("CAST(" + column + " AS TIME(6))");
            case TEXT -> Optional.of("CONCAT(" + CastForms.text(moment).sql() + ", '+00')");
            default -> Optional.empty();
        };
    }
}
