package io.godwit.dialect;

import java.util.List;

/** What the engine's own client needs around a script so that it stops at the first error. Stateless and thread-safe. */
public interface NativeScript {

    /** How to run it, such as {@code psql -f FILE}. */
    String command();

    /** Lines at the very start. */
    List<String> header();

    /** Lines before one statement, such as the end of a transaction that it cannot run in. */
    default List<String> before(Statement statement) {
        return List.of();
    }

    /** What ends one statement, such as {@code ;}. */
    String terminator(Statement statement);

    /** Lines at the very end. */
    List<String> footer();

    /**
     * The same for SQL that Godwit did not write, which is to mean what it means in a session that was told nothing: it stops at the first
     * error, in one transaction where the engine takes definitions back.
     */
    default NativeScript plain() {
        return this;
    }

    /** The same for a script that says itself where each transaction begins and ends, by the dialect's {@link TransactionRules}. */
    default NativeScript inParts() {
        return this;
    }

    /** How it stops where the database is not as it should be. */
    default ScriptGuard guard() {
        return ScriptGuard.STANDARD;
    }

    /** The commands of the client's own. */
    default ClientCommands commands() {
        return ClientCommands.NONE;
    }
}
