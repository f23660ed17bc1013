package io.godwit.engine;

import java.sql.SQLException;
import java.util.List;

/** A few statements of the history, all or none. */
record SmallTransaction(Session session) {

    /** A single statement is a transaction by itself. */
    void run(List<String> statements) throws SQLException {
        if (statements.size() == 1) {
            session.reached("before a record");
            session.update(statements.get(0));
            session.reached("after a record");
            return;
        }
        new WorkTransaction(session, List.of()).run(() -> {
            for (String statement : statements) {
                session.update(statement);
            }
        });
    }
}
