package io.godwit.dialect;

import java.util.List;

/**
 * The statements around a transaction. The connection is in autocommit mode: the rules' own text begins and ends the
 * transaction. Stateless and thread-safe.
 */
public interface TransactionRules {

    TransactionRules STANDARD = new TransactionRules() {};

    /** Before the transaction begins. */
    default List<String> before(List<Statement> statements) {
        return List.of();
    }

    default String begin() {
        return "BEGIN";
    }

    /** Begins a transaction whose queries all see one moment of the database, as far as the engine can promise that. */
    default List<String> snapshot() {
        return List.of(begin());
    }

    /** As {@link #snapshot}, for a transaction that writes nothing and keeps nobody from writing. */
    default List<String> reading() {
        return snapshot();
    }

    /**
     * Inside such a transaction: from now until it ends, nobody else writes these tables. Nothing where its queries see one moment
     * anyway.
     *
     * @param tables quoted names, at least one
     */
    default List<String> steadily(List<String> tables) {
        return List.of();
    }

    /**
     * Inside the transaction: from now until it ends, nobody else reads or writes these tables. Nothing where a transaction keeps
     * every other writer out by itself, or where no lock outlives a DDL statement.
     *
     * @param tables quoted names, at least one
     */
    default List<String> exclusively(List<String> tables) {
        return List.of();
    }

    /**
     * Whether a statement that Godwit did not write cannot run in a transaction, as far as its first words tell.
     *
     * @param sql without comments before it
     */
    default boolean refuses(String sql) {
        return false;
    }

    /** Queries that must return no row just before COMMIT; a row is a violation, in its columns' words. */
    default List<String> mustBeEmptyBeforeCommit(List<Statement> statements) {
        return List.of();
    }

    default String commit() {
        return "COMMIT";
    }

    default String rollback() {
        return "ROLLBACK";
    }

    /** After the transaction ended, however it ended. */
    default List<String> after(List<Statement> statements) {
        return List.of();
    }
}
