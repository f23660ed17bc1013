package io.godwit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StatementFailureTest {

    @Test
    void messageShowsTheBeginningOfALongStatementAndTheFailureHasItWhole() {
        String sql = "INSERT INTO page VALUES ('" + "z".repeat(1_000_000) + "')";
        StatementFailure failure = new StatementFailure("m", "s", sql, "", 0, "too long", "as it was");

        StatementFailedException thrown = new StatementFailedException(failure, "split it.", new SQLException("x"));

        assertThat(thrown).hasMessageContaining("(1000028 characters)");
        assertThat(thrown.getMessage().length()).isLessThan(3000);
        assertThat(thrown.failure().statement()).isEqualTo(sql);
    }
}
