package io.godwit.dialect;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns universal SQL into the engine's; what is the engine's own already passes as it is.
 *
 * <p>Every method throws {@link io.godwit.failure.UnsupportedByDialectException} for what cannot mean the same on the engine, and
 * {@link io.godwit.failure.InvalidMigrationException} for what is no SQL, with its place in the document.
 */
public interface Translator {

    /**
     * The engine's text of an expression.
     *
     * @param expression the expression
     * @param table the table whose columns it may name without saying so; null for none
     * @param schema what is known of the tables
     */
    String expression(Expression expression, @Nullable TableName table, SchemaView schema);

    /**
     * The engine's text of an expression that is true or false and stands where the engine wants a condition.
     *
     * @see #expression
     */
    default String condition(Expression expression, @Nullable TableName table, SchemaView schema) {
        return expression(expression, table, schema);
    }

    /**
     * The engine's text of an expression as a value for a column of that type, as an assignment converts it.
     *
     * @param type null if it is not known
     * @see #expression
     */
    default String value(
            Expression expression, @Nullable ColumnType type, @Nullable TableName table, SchemaView schema) {
        return expression(expression, table, schema);
    }

    /**
     * The translator of expressions that stand in a statement which changes rows, and so may take a form that no definition of a
     * table can hold.
     *
     * @see FunctionForms#inDefinitions
     */
    default Translator inStatements() {
        return this;
    }

    /** The engine's text of a SELECT. */
    String query(Query query, SchemaView schema);

    /**
     * The engine's texts of one universal statement of any kind; several where only together they do what it does.
     *
     * @param statement without a closing semicolon
     */
    List<String> statements(String statement, Position position, SchemaView schema);
}
