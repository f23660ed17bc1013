package io.godwit.engine;

import io.godwit.dialect.TransactionRules;
import java.sql.SQLException;

/** Asks several things of one moment of the database, as far as the engine can promise that. Stateless. */
public final class OneMoment {

    private OneMoment() {}

    /** Asks, outside of a transaction. */
    public static <T> T of(Session session, Session.Asking<T> asking) throws SQLException {
        TransactionRules rules = session.dialect().transactions();
        session.together(rules.reading());
        T answer;
        try {
            answer = asking.ask();
        } catch (SQLException | RuntimeException e) {
            endQuietly(session, e);
            throw e;
        }
        session.execute(rules.rollback());
        return answer;
    }

    private static void endQuietly(Session session, Exception because) {
        try {
            session.execute(session.dialect().transactions().rollback());
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
