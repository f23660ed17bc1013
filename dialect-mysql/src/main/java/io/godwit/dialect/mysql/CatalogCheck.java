package io.godwit.dialect.mysql;

import io.godwit.schema.Check;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;

/**
 * One check as information_schema has it.
 *
 * @param name in MariaDB, for a check that a column brings, the column's
 * @param ofColumn whether MariaDB keeps it with the column
 * @param expression the condition
 */
record CatalogCheck(Name name, boolean ofColumn, String expression) {

    /** Whether MariaDB made it for a column of type JSON; it keeps the column's former name if that was renamed. */
    boolean isJson(Name column) {
        return ofColumn && expression.equals("json_valid(`" + column.text().replace("`", "``") + "`)");
    }

    Check check() {
        return new Check(name, Expression.ofEngine(expression));
    }
}
