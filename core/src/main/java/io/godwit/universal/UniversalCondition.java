package io.godwit.universal;

import io.godwit.schema.Expression;

/** Reads conditions of which no table is known. Stateless. */
public final class UniversalCondition {

    private UniversalCondition() {}

    /**
     * Lets pass what is well-formed.
     *
     * @throws io.godwit.failure.InvalidMigrationException with the place, if it is not
     */
    public static void check(Expression condition) {
        new StatementParser(new Source(condition.text(), condition.position())).wholeExpression();
    }
}
