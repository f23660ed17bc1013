package io.godwit.plan.risk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Asks a database for a number. */
record Answer(Connection connection) {

    long number(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
