package io.godwit.dialect.postgres;

/** Moves a sequence to the greatest value of a column, never back. Stateless. */
final class SequencePosition {

    private SequencePosition() {}

    /**
     * One statement.
     *
     * @param column quoted
     * @param table quoted
     * @param sequence an expression that gives its name
     */
    static String moveOn(String column, String table, String sequence) {
        return "SELECT setval(" + sequence + ", greatest_value) FROM (SELECT max(" + column
                + ") AS greatest_value FROM " + table + ") AS rows"
                + " WHERE greatest_value > coalesce(pg_sequence_last_value(" + sequence + "::regclass), 0)";
    }
}
