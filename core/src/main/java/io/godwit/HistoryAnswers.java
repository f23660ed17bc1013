package io.godwit;

import io.godwit.engine.OneMoment;
import io.godwit.engine.Session;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.AuditVerdict;
import io.godwit.history.History;
import io.godwit.history.HistoryCheck;
import io.godwit.history.HistoryReader;
import io.godwit.history.Statistics;
import io.godwit.history.StatisticsCount;
import java.sql.SQLException;
import java.util.List;

/** What the history answers, also where there is none yet. For one session. */
record HistoryAnswers(HistoryReader reader) {

    private static final int MOST_LOOKS = 10;

    static HistoryAnswers of(Session session) {
        return new HistoryAnswers(new HistoryReader(session.dialect(), session.connection()));
    }

    List<AuditEntry> entries() throws SQLException {
        return reader.isThere() ? reader.audit() : List.of();
    }

    AuditHead head() throws SQLException {
        return reader.isThere() ? reader.head() : AuditHead.NONE;
    }

    /** On an engine that cannot show one moment, what another run writes between two questions looks like damage once, and not twice. */
    static AuditVerdict verdict(Session session) throws SQLException {
        HistoryAnswers answers = of(session);
        AuditVerdict verdict = OneMoment.of(session, answers::verdict);
        for (int look = 1; look < MOST_LOOKS && !verdict.intact(); look++) {
            AuditVerdict again = OneMoment.of(session, answers::verdict);
            if (again.equals(verdict)) {
                return again;
            }
            verdict = again;
        }
        return verdict;
    }

    private AuditVerdict verdict() throws SQLException {
        return reader.isThere()
                ? new HistoryCheck(reader).verdict()
                : new AuditVerdict(0, AuditHead.NONE, 0, List.of());
    }

    Statistics statistics() throws SQLException {
        History history = reader.read();
        List<AuditEntry> entries = history.installed() ? reader.audit() : List.of();
        return StatisticsCount.of(entries, history);
    }
}
