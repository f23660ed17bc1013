package io.godwit.dialect.sqlite;

/** Makes expressions that fail when they are evaluated: better than another answer than PostgreSQL's. */
final class Failure {

    private Failure() {}

    /** SQLite has no function that raises an error outside of triggers, but it takes no path that does not begin with $. */
    static String of(String words) {
        return "json_extract('{}', '" + words.replace("'", "''") + "')";
    }
}
