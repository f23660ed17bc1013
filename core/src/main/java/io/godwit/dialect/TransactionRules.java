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
