package io.godwit.dialect.sqlite;

import io.godwit.schema.Name;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL that SQLite kept, with its names written in one way: renaming quotes names that were bare, so that the same expression would
 * not be the same after a rename there and back.
 */
final class EngineText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** https://sqlite.org/lang_keywords.html. */
    private static final Set<String> KEYWORDS = Set.of(
            ("ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY"
                            + " CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT"
                            + " CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC"
                            + " DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL"
                            + " FALSE FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF"
                            + " IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL"
                            + " JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS"
                            + " OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE"
                            + " RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT"
                            + " ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER"
                            + " TRUE UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH"
                            + " WITHOUT")
                    .split(" ", -1));

    private final String sql;
    private final @Nullable Set<String> columns;

    private EngineText(String sql, @Nullable Set<String> columns) {
        this.sql = sql;
        this.columns = columns;
    }

    static String of(String sql) {
        return new EngineText(sql, null).canonical();
    }

    /** The same for an expression over one table, where a name in double quotes that no column has is a text. */
    static String of(String sql, List<String> columns) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(columns);
        return new EngineText(sql, known).canonical();
    }

    /** The name as it can stand in SQL: bare if nothing speaks against it. */
    static String name(String name) {
        boolean bare = PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
        return bare ? name : new SqliteSyntax().name(Name.of(name));
    }

    private String canonical() {
        List<Token> tokens = Lexer.tokens(sql);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.QUOTED && !token.value().isBlank()) {
                boolean qualified = at > 0 && tokens.get(at - 1).is(".");
                boolean qualifies = at + 1 < tokens.size()
                        && (tokens.get(at + 1).is(".") || tokens.get(at + 1).is("("));
                text.append(sql, copied, token.start()).append(written(token, qualified || qualifies));
                copied = token.end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    private String written(Token token, boolean surelyName) {
        boolean text =
                !surelyName && columns != null && token.text().startsWith("\"") && !columns.contains(token.value());
        return text ? new SqliteSyntax().text(token.value()) : name(token.value());
    }
}
