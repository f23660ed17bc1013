package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFailuresTest {

    private final PostgresFailures failures = new PostgresFailures();

    @ParameterizedTest
    @CsvSource({
        "40P01, DEADLOCK",
        "40001, SERIALIZATION",
        "55P03, LOCK_TIMEOUT",
        "57014, STATEMENT_TIMEOUT",
        "57P01, CONNECTION_LOST",
        "08006, CONNECTION_LOST",
        "53300, CONNECTION_LOST",
        "53100, DISK_FULL",
        "42501, PERMISSION",
        "28P01, PERMISSION",
        "42601, SYNTAX",
        "42P01, MISSING_OBJECT",
        "42P07, DUPLICATE_OBJECT",
        "23505, CONSTRAINT",
        "23503, CONSTRAINT",
        "22P02, OTHER",
        "XX000, OTHER",
    })
    void statesAreKinds(String state, FailureKind kind) {
        assertThat(failures.classify(new SQLException("…", state))).isEqualTo(kind);
    }

    @Test
    void racesInTheCatalogAreToldFromRows() {
        assertThat(failures.classify(new SQLException(
                        "ERROR: duplicate key value violates unique constraint \"pg_type_typname_nsp_index\"",
                        "23505")))
                .isEqualTo(FailureKind.DUPLICATE_OBJECT);
        assertThat(failures.classify(new SQLException("ERROR: tuple concurrently updated", "XX000")))
                .isEqualTo(FailureKind.SERIALIZATION);
    }

    @Test
    void theCauseIsLookedAtToo() {
        SQLException wrapped = new SQLException("pool", new SQLException("…", "40P01"));

        assertThat(failures.classify(wrapped)).isEqualTo(FailureKind.DEADLOCK);
        assertThat(failures.classify(new SQLTransientConnectionException("pool is empty")))
                .isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failures.classify(new SQLException("…"))).isEqualTo(FailureKind.OTHER);
    }
}
