package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MsSqlFailuresTest {

    private final MsSqlFailures failures = new MsSqlFailures();

    @ParameterizedTest
    @CsvSource({
        "1205, DEADLOCK",
        "3960, SERIALIZATION",
        "1222, LOCK_TIMEOUT",
        "2627, CONSTRAINT",
        "2601, CONSTRAINT",
        "547, CONSTRAINT",
        "515, CONSTRAINT",
        "208, MISSING_OBJECT",
        "207, MISSING_OBJECT",
        "2714, DUPLICATE_OBJECT",
        "102, SYNTAX",
        "2812, SYNTAX",
        "229, PERMISSION",
        "9002, DISK_FULL",
        "50000, OTHER"
    })
    void numberTellsWhatItIs(int number, FailureKind kind) {
        assertThat(failures.classify(new SQLException("said by the server", "S0001", number)))
                .isEqualTo(kind);
        assertThat(failures.classify(new SQLException("around it", new SQLException("inside", "S0001", number))))
                .isEqualTo(kind);
    }

    @Test
    void lostConnectionsAndTimeoutsAreTheDrivers() {
        assertThat(failures.classify(new SQLException("gone", "08S01"))).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failures.classify(new SQLTimeoutException("too long"))).isEqualTo(FailureKind.STATEMENT_TIMEOUT);
        assertThat(failures.classify(new SQLException("The query was canceled.", "HY008")))
                .isEqualTo(FailureKind.STATEMENT_TIMEOUT);
    }
}
