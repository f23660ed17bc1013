package io.godwit.universal;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration, or a domain: a type with conditions.
 *
 * @param type what columns of it are
 * @param notNull whether they must have a value
 * @param defaultValue what they get; null for none
 * @param checks conditions on {@code VALUE}
 */
record DefinedType(
        ColumnType type, boolean notNull, @Nullable Value defaultValue, List<Expression> checks) {

    DefinedType {
        checks = List.copyOf(checks);
    }

    static DefinedType of(ColumnType type) {
        return new DefinedType(type, false, null, List.of());
    }

    /** The conditions, said of a column. */
    List<Expression> checksOf(Name column) {
        return checks.stream().map(check -> named(check, column)).toList();
    }

    /** VALUE gives way to the column's quoted name. */
    private static Expression named(Expression check, Name column) {
        String quoted = QuotedName.of(column);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Token token : new Lexer(new Source(check.text(), check.position())).tokens()) {
            if (token.isWord("value")) {
                text.append(check.text(), done, token.start()).append(quoted);
                done = token.end();
            }
        }
        return Expression.of(text.append(check.text().substring(done)).toString(), check.position());
    }
}
