package io.godwit.engine;

import java.sql.SQLException;

/** A statement failed in a step; caught inside the engine, which knows what became of the transaction. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String step;
    private final String statement;
    private final SQLException sqlException;

    StepFailure(String step, String statement, SQLException cause) {
        super(cause);
        this.step = step;
        this.statement = statement;
        this.sqlException = cause;
    }

    String step() {
        return step;
    }

    String statement() {
        return statement;
    }

    SQLException cause() {
        return sqlException;
    }
}
