package io.godwit.dialect;

/** Parts of universal queries and statements that not every engine has; each is refused where it is missing. */
public enum Clause {
    RIGHT_JOIN("RIGHT JOIN", "swap the two tables and write LEFT JOIN"),
    FULL_JOIN("FULL JOIN", "a UNION ALL of a LEFT JOIN and the rows that have no partner"),
    LATERAL("LATERAL", "a join with a grouped subquery, or a subquery in the select list"),
    INTERSECT_ALL("INTERSECT ALL", "INTERSECT, or row numbers"),
    EXCEPT_ALL("EXCEPT ALL", "EXCEPT, or row numbers"),
    DISTINCT_ON("DISTINCT ON with *", "the columns by name, or a subquery with row_number() OVER (…) = 1"),
    GROUPING_SETS("GROUPING SETS, ROLLUP and CUBE", "a UNION ALL of grouped queries"),
    FOR_UPDATE("FOR UPDATE", "nothing: a migration has the tables to itself"),
    WITH_TIES("FETCH FIRST … WITH TIES", "a subquery with rank()"),
    MATERIALIZED_CTE("WITH … AS MATERIALIZED", "the same without MATERIALIZED"),
    WITH_BEFORE_INSERT("WITH before INSERT … VALUES", "INSERT … SELECT"),
    WITH_BEFORE_UPDATE("WITH before UPDATE and DELETE", "a subquery in WHERE"),
    RECURSIVE_CTE("WITH RECURSIVE", "a statement under the engine's own key"),
    DATA_MODIFYING_CTE("a statement that writes inside WITH", "two statements"),
    WINDOWS("window functions", "a grouped subquery"),
    FILTER("FILTER (WHERE …)", "CASE inside the aggregate"),
    ORDERED_AGGREGATE("ORDER BY inside an aggregate", "a statement under the engine's own key"),
    ON_CONFLICT("ON CONFLICT", "upsertRows, or INSERT … SELECT … WHERE NOT EXISTS"),
    UPDATE_FROM("UPDATE … FROM", "subqueries in SET and WHERE"),
    OVERRIDING("OVERRIDING … VALUE", "leave it out: numbers may be given wherever the engine numbers rows"),
    DEFAULT_VALUE("DEFAULT as a value", "leave the column out"),
    RETURNING("RETURNING", "leave it out: a migration reads no rows back"),
    ROW_COMPARISON("comparison of rows", "one comparison a column, joined by AND"),
    ROW_ASSIGNMENT("SET (a, b) = …", "one assignment a column"),
    QUANTIFIED_COMPARISON("ANY, SOME and ALL", "IN, EXISTS, or a comparison with max() or min()"),
    /** Where it is missing, each row is a SELECT. */
    VALUES_LIST("VALUES as a table", "SELECT … UNION ALL SELECT …"),
    COLUMN_ALIASES("a list of columns after an alias", "the names after AS inside the query"),
    NESTED_WITH("WITH inside a query", "a subquery in FROM"),
    JOIN_USING("JOIN … USING and NATURAL JOIN", "JOIN … ON"),
    NAMED_WINDOWS("WINDOW", "the window itself after OVER"),
    WIDE_FRAMES("GROUPS, EXCLUDE and distances of RANGE in a window's frame", "ROWS"),
    /** Where it is missing, the expression itself is written. */
    OUTPUT_KEYS("an output column in GROUP BY or in an expression of ORDER BY", "the expression itself"),
    /** Where it is missing, ORDER BY takes a name for the table's column first, and has no positions. */
    OUTPUT_KEYS_FIRST("an output column that hides a table's column in ORDER BY", "another name"),
    /** Where it is missing, the table and its alias stand in FROM. */
    TARGET_ALIAS("an alias of the table that is written", "the table's own name");

    private final String text;
    private final String alternative;

    Clause(String text, String alternative) {
        this.text = text;
        this.alternative = alternative;
    }

    /** How people write it. */
    public String text() {
        return text;
    }

    /** What to write where it is missing. */
    public String alternative() {
        return alternative;
    }
}
