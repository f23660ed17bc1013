package io.godwit.tck.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/** The universal set as a PostgreSQL server itself answers it, past every translation. */
public final class ReferenceAnswers {

    private ReferenceAnswers() {}

    /**
     * Asks the server everything again, in an empty database.
     *
     * @return the text that {@code universal-answers.txt} should have
     */
    public static String text(Connection connection) throws SQLException {
        prepare(connection);
        List<Integer> rows = IntStream.rangeClosed(1, EdgeTable.ROWS).boxed().toList();
        return StoredAnswers.write(new EdgeSurvey(connection, query -> query).ask(EdgeExpressions.all(), rows));
    }

    /** The text that is stored now. */
    public static String stored() {
        return StoredAnswers.text();
    }

    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String sql : new EdgeTable().postgresql()) {
                statement.execute(sql);
            }
        }
    }
}
