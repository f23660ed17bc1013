package io.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.SimpleType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainMomentTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-30, DATE, 2024-01-30",
        "0001-02-28, DATE, 0001-02-28",
        "2024-01-01 00:00:01, TIMESTAMP, 2024-01-01T00:00:01.000000",
        "2024-12-30T23:59:59.5, TIMESTAMP, 2024-12-30T23:59:59.500000",
        "0001-02-28 10:20:30.123456, TIMESTAMP, 0001-02-28T10:20:30.123456",
        "2024-01-01 00:00:01+00, TIMESTAMPTZ, 2024-01-01T00:00:01.000000Z",
        "2024-01-01 00:00:01.25, TIMESTAMPTZ, 2024-01-01T00:00:01.250000Z",
        "2024-01-01T00:00:01.000001Z, TIMESTAMPTZ, 2024-01-01T00:00:01.000001Z"
    })
    void momentsAreWrittenAsACalendarWouldWriteThem(String text, SimpleType type, String canonical) {
        assertThat(PlainMoment.canonical(text, type)).isEqualTo(canonical);
        assertThat(CanonicalTime.canonical(text, type)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29 00:00:00, TIMESTAMP",
        "2023-02-29 00:00:00, TIMESTAMP",
        "2024-01-31 00:00:00, TIMESTAMP",
        "2024-13-01 00:00:00, TIMESTAMP",
        "2024-01-01 24:00:00, TIMESTAMP",
        "2024-01-01 00:60:00, TIMESTAMP",
        "2024-01-01 00:00:00.1234567, TIMESTAMP",
        "2024-01-01 00:00:00., TIMESTAMP",
        "2024-01-01 00:00:00+00, TIMESTAMP",
        "2024-01-01 00:00:00+02, TIMESTAMPTZ",
        "2024-01-01 00:00:00 BC, TIMESTAMP",
        "12024-01-01 00:00:00, TIMESTAMP",
        "2024-01-01, TIMESTAMP",
        "2024-02-29, DATE",
        "2024-13-01, DATE",
        "2024-1-001, DATE",
        "12024-01-01, DATE",
        "2024-01-01 00:00:00, DATE",
        "infinity, TIMESTAMP"
    })
    void whatIsNotPlainIsLeftToTheCalendar(String text, SimpleType type) {
        assertThat(PlainMoment.canonical(text, type)).isNull();
    }
}
