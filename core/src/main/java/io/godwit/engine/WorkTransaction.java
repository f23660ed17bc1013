package io.godwit.engine;

import io.godwit.dialect.Statement;
import io.godwit.dialect.TransactionRules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A transaction by an engine's own rules. For one thread. */
final class WorkTransaction {

    private static final System.Logger LOG = System.getLogger(WorkTransaction.class.getName());

    private final Session session;
    private final TransactionRules rules;
    private final List<Statement> statements;

    /**
     * A transaction that has not begun.
     *
     * @param statements all that will run in it, for the rules depend on them
     */
    WorkTransaction(Session session, List<Statement> statements) {
        this.session = session;
        this.rules = session.dialect().transactions();
        this.statements = statements;
    }

    /** What is done inside. */
    interface Work {
        void run() throws SQLException;
    }

    /** Begins, works and commits; what fails is thrown once all of it is rolled back. */
    void run(Work work) throws SQLException {
        run(List.of(rules.begin()), work);
    }

    /** As {@link #run}, where all that is read is of one moment. */
    void runInSnapshot(Work work) throws SQLException {
        run(rules.snapshot(), work);
    }

    /** As {@link #runInSnapshot}, where nothing is written. */
    void runReading(Work work) throws SQLException {
        run(rules.reading(), work);
    }

    private void run(List<String> beginning, Work work) throws SQLException {
        begin(beginning);
        try {
            work.run();
            commit();
        } catch (SQLException | RuntimeException e) {
            rollback();
            throw e;
        }
    }

    void begin() throws SQLException {
        begin(List.of(rules.begin()));
    }

    private void begin(List<String> beginning) throws SQLException {
        session.together(rules.before(statements));
        try {
            for (String text : beginning) {
                session.execute(text);
            }
            session.reached("transaction begun");
        } catch (SQLException e) {
            runQuietly(rules.after(statements));
            throw e;
        }
    }

    /** What stands against committing, in the engine's words; empty if nothing does. */
    String violation() throws SQLException {
        for (String query : rules.mustBeEmptyBeforeCommit(statements)) {
            String row = session.firstRow(query);
            if (!row.isEmpty()) {
                return row;
            }
        }
        return "";
    }

    void commit() throws SQLException {
        session.reached("before COMMIT");
        session.execute(rules.commit());
        session.reached("after COMMIT");
        runQuietly(rules.after(statements));
    }

    /** Undoes what is not committed; an engine may have done so already. */
    void rollback() {
        session.reached("before ROLLBACK");
        session.uncancelled(() -> {
            runQuietly(List.of(rules.rollback()));
            runQuietly(rules.after(statements));
        });
    }

    /** Begins, commits: for a message that holds the whole transaction. */
    List<String> around(List<String> work) {
        List<String> all = new ArrayList<>();
        all.add(rules.begin());
        all.addAll(work);
        all.add(rules.commit());
        return all;
    }

    private void runQuietly(List<String> texts) {
        for (String text : texts) {
            try {
                session.execute(text);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "after a transaction: " + text, e);
            }
        }
    }
}
