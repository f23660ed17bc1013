package io.godwit.dialect;

import java.util.List;

/**
 * How a script for the engine's own client looks at the database and stops where it is not as it should be. Conditions and queries are in
 * the engine's SQL. Implementations are stateless and thread-safe.
 */
public interface ScriptGuard {

    /** In standard SQL: says nothing but that something was divided by zero, so that a dialect does better with words of its own. */
    ScriptGuard STANDARD = new StandardGuard();

    /**
     * What fails, and so stops the script, unless a condition is true; it changes nothing.
     *
     * @param words for whoever runs the script; an engine may cut them off behind 60 characters
     */
    List<Statement> require(String condition, String words);

    /** The condition that a table is where the session's plain names are looked for. */
    String hasTable(String name);

    /** The condition that the one value of a query is true, or a number that is not zero. */
    String isTrue(String query);

    /** For a dialect that says nothing else. */
    final class StandardGuard implements ScriptGuard {

        private StandardGuard() {}

        @Override
        public List<Statement> require(String condition, String words) {
            return List.of(Statement.of("SELECT 1 / CASE WHEN " + condition + " THEN 1 ELSE 0 END AS required"));
        }

        @Override
        public String hasTable(String name) {
            return "EXISTS (SELECT 1 FROM information_schema.tables t WHERE lower(t.table_name) = '"
                    + name.replace("'", "''") + "')";
        }

        @Override
        public String isTrue(String query) {
            return "(" + query + ") <> 0";
        }
    }
}
