package io.godwit.dialect;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How the engine writes names, literals and types. Stateless and thread-safe.
 *
 * <p>{@link StandardSyntax} has the standard; an engine overrides what differs.
 */
public interface SqlSyntax {

    /** A quoted identifier. */
    String name(Name name);

    /** A quoted, schema-qualified name; the schema is folded into it where the engine has none. */
    String table(TableName name);

    /** A text literal that no session setting can make mean something else. */
    String text(String characters);

    /** TRUE and FALSE as the engine writes them. */
    String bool(boolean value);

    /**
     * A literal for a column.
     *
     * @param literal the literal
     * @param type the column's type; null if it is not known
     * @throws IllegalArgumentException if the literal cannot be a value of that type
     */
    String literal(Literal literal, @Nullable ColumnType type);

    /** The physical type. */
    String type(ColumnType type);

    /** Whether a comment must say which type it is, for the physical one does not tell it. */
    default boolean marks(ColumnType type) {
        return false;
    }

    /** What the values of a column are to an expression; of an engine's own type only the engine can say. */
    default ValueType valueType(ColumnType type) {
        return ValueType.of(type);
    }

    /**
     * A query for one value of a row that no other session can write before this transaction ends.
     *
     * @param column the column's name
     * @param table the quoted table
     * @param condition what tells the row
     */
    default String selectForUpdate(String column, String table, String condition) {
        return "SELECT " + column + " FROM " + table + " WHERE " + condition + " FOR UPDATE";
    }

    /** How functions, operators, casts and clauses of universal SQL are written. */
    default FunctionForms functions() {
        return new StandardForms(this);
    }
}
