package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TransactionRules;
import io.godwit.failure.UnsupportedByDialectException;
import java.util.ArrayList;
import java.util.List;

/** Puts transactions around statements, by the engine's own rules, as text. Immutable. */
final class ScriptedTransactions {

    private final TransactionRules rules;
    private final ScriptGuard guard;

    ScriptedTransactions(Dialect dialect) {
        this.rules = dialect.transactions();
        this.guard = dialect.nativeScript().guard();
    }

    /** Whether one transaction can hold all of these. */
    boolean holds(List<Statement> statements) {
        try {
            rules.before(statements);
            return true;
        } catch (UnsupportedByDialectException mixed) {
            return false;
        }
    }

    /**
     * One transaction.
     *
     * @param reason the statements for whose sake there is one, which its rules depend on
     */
    List<Statement> around(List<Statement> reason, List<Statement> work) {
        List<Statement> all = before(reason);
        all.addAll(work);
        all.addAll(behind(reason));
        return all;
    }

    /** One transaction in which all that is read is of one moment. */
    List<Statement> aroundSnapshot(List<Statement> reason, List<Statement> work) {
        List<Statement> all = new ArrayList<>(statements(rules.before(reason)));
        all.addAll(statements(rules.snapshot()));
        all.addAll(work);
        all.addAll(behind(reason));
        return all;
    }

    /** The beginning of one. */
    List<Statement> before(List<Statement> reason) {
        List<Statement> all = new ArrayList<>(statements(rules.before(reason)));
        all.add(Statement.of(rules.begin()));
        return all;
    }

    /** The end of one. */
    List<Statement> behind(List<Statement> reason) {
        List<Statement> all = new ArrayList<>();
        for (String query : rules.mustBeEmptyBeforeCommit(reason)) {
            all.addAll(guard.require("NOT EXISTS (" + query + ")", "foreign keys would be broken"));
        }
        all.add(Statement.of(rules.commit()));
        all.addAll(statements(rules.after(reason)));
        return all;
    }

    /** Statements of the history, all or none; one alone is a transaction by itself. */
    List<Statement> small(List<String> texts) {
        List<Statement> work = statements(texts);
        return work.size() < 2 ? work : around(List.of(), work);
    }

    static List<Statement> statements(List<String> texts) {
        return texts.stream().map(Statement::of).toList();
    }
}
