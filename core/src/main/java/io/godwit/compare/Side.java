package io.godwit.compare;

import io.godwit.dialect.Dialect;
import io.godwit.engine.AppliedDocuments;
import io.godwit.engine.OneMoment;
import io.godwit.engine.Session;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PrivilegeMissingException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.OwnedObject;
import io.godwit.migration.Migration;
import io.godwit.plan.Rendering;
import io.godwit.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One of the two databases, which is only read. For the thread that owns the session. */
final class Side {

    private final String place;
    private final Session session;
    private final Rendering rendering;
    private final HistoryReader reader;
    private final boolean hasHistory;
    private Schema schema = Schema.EMPTY;
    private History history = History.EMPTY;

    /** @param place {@code here} or {@code there} */
    Side(String place, Session session, Rendering rendering) {
        this.place = place;
        this.session = session;
        this.rendering = rendering;
        this.reader = new HistoryReader(session.dialect(), session.connection());
        // Before there is a transaction, which an engine ends when it is asked for a table that is not there.
        this.hasHistory = told(reader::isThere);
    }

    /** All that is asked within is of one moment of this database, as far as its engine can promise that. */
    <T> T inOneMoment(Session.Asking<T> asking) {
        return told(() -> OneMoment.of(session, () -> {
            schema = session.dialect().introspector().read(session.connection());
            if (hasHistory) {
                history = reader.read();
            }
            return asking.ask();
        }));
    }

    /** What the database does not answer is told with which of the two it is. */
    <T> T told(Session.Asking<T> asking) {
        try {
            return asking.ask();
        } catch (SQLException e) {
            GodwitException why = session.unreadable(e);
            String words = "The database " + place + " could not be read: " + e.getMessage() + "\nNothing was changed.";
            throw why instanceof PrivilegeMissingException
                    ? new PrivilegeMissingException(words, e)
                    : new DatabaseUnavailableException(words, e);
        }
    }

    Session session() {
        return session;
    }

    Dialect dialect() {
        return session.dialect();
    }

    Rendering rendering() {
        return rendering;
    }

    Schema schema() {
        return schema;
    }

    History history() {
        return history;
    }

    ComparedDatabase described() {
        return new ComparedDatabase(dialect().engine(), dialect().version(), hasHistory);
    }

    /** Applied, half applied, and kept of plugins that were taken out; in the order in which they came. */
    List<AppliedMigration> recorded() {
        List<AppliedMigration> all = new ArrayList<>(history.applied());
        all.addAll(history.orphans());
        return all;
    }

    List<OwnedObject> objects() {
        return history.knowsObjects() ? told(reader::objects) : List.of();
    }

    /** The migrations of these ids, as the history keeps them; without those that it has no document of. */
    List<Migration> documents(List<String> ids) {
        return told(() -> AppliedDocuments.of(reader, ids)).migrations();
    }
}
