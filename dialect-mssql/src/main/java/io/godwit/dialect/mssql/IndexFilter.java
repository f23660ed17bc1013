package io.godwit.dialect.mssql;

import io.godwit.schema.TableName;
import java.util.regex.Pattern;

/**
 * The filter of an index, which may be comparisons of columns with constants joined by AND, and no more
 * (https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql).
 *
 * @param condition the engine's text
 */
record IndexFilter(TableName table, String condition) {

    private static final Pattern TOO_MUCH = Pattern.compile(
            "(?i)\\b(or|not(?!\\s+null)|like|between|case|exists|select|collate)\\b|\\w\\(|\\]\\s*[-+*/%]");

    /** The text, if the engine takes it. */
    String checked() {
        String bare =
                condition.replaceAll("N?'[^']*+(?:''[^']*+)*+'", "''").replaceAll("\\[(?:[^\\]]|\\]\\])*\\]", "[]");
        if (TOO_MUCH.matcher(bare).find()) {
            throw Refusal.of(
                    "the filter of an index on " + table + ": " + condition,
                    "SQL Server filters by comparisons of columns with constants, joined by AND",
                    "such a filter, or a generated column");
        }
        return condition;
    }
}
