package io.godwit.dialect.postgres;

import java.sql.SQLException;
import java.sql.Statement;

/** Asks the catalog with an empty search path, so that its functions write every name with its schema. */
record BarePath(Catalog catalog) {

    private static final String KEPT = "godwit.path_before";
    private static final String SCHEMA = "godwit.schema_before";

    /** The schema that was the current one. */
    static final String SCHEMA_BEFORE = "current_setting('" + SCHEMA + "')";

    /** Asks. */
    interface Question<T> {
        T ask() throws SQLException;
    }

    <T> T with(Question<T> question) throws SQLException {
        run("SELECT set_config('" + KEPT + "', current_setting('search_path'), false), set_config('" + SCHEMA
                + "', coalesce(current_schema(), ''), false), set_config('search_path', 'pg_catalog', false)");
        T answer;
        try {
            answer = question.ask();
        } catch (SQLException | RuntimeException e) {
            back(e);
            throw e;
        }
        run(back());
        return answer;
    }

    /** In a transaction that has failed the server itself puts the path back, when it is rolled back. */
    private void back(Exception failure) {
        try {
            run(back());
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static String back() {
        return "SELECT set_config('search_path', current_setting('" + KEPT + "'), false)";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = catalog.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
