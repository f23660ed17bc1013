package io.godwit.dialect.postgres;

import io.godwit.schema.Expression;
import io.godwit.schema.IndexColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the document of a full-text index, as {@link PostgresText} writes it, back into its columns.
 *
 * @param text such as {@code to_tsvector('simple'::regconfig, COALESCE(title, ''::text))}
 */
record FulltextExpression(String text) {

    private static final String START = "to_tsvector('simple'::regconfig, ";
    private static final String COALESCE = "COALESCE(";

    Optional<List<IndexColumn>> parts() {
        if (!text.startsWith(START)) {
            return Optional.empty();
        }
        SqlTokens tokens = new SqlTokens(text);
        List<IndexColumn> parts = new ArrayList<>();
        int at = text.indexOf(COALESCE, START.length());
        while (at >= 0) {
            int open = at + COALESCE.length() - 1;
            int close = tokens.closing(open);
            int comma = text.substring(0, Math.max(close, 0)).lastIndexOf(", ''::");
            if (close < 0 || comma < open) {
                return Optional.empty();
            }
            parts.add(part(text.substring(open + 1, comma)));
            at = text.indexOf(COALESCE, close);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static IndexColumn part(String inside) {
        if (inside.matches("[a-z_][a-z0-9_$]*")) {
            return IndexColumn.of(inside);
        }
        return inside.matches("\"(?:[^\"]|\"\")+\"")
                ? IndexColumn.of(inside.substring(1, inside.length() - 1).replace("\"\"", "\""))
                : IndexColumn.of(Expression.ofEngine(inside));
    }
}
