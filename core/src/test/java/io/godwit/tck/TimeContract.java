package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, times and instants. */
public interface TimeContract extends DialectContract {

    private void keeps(ColumnType type, String value, String expected) {
        apply(createTable("sample", key("id"), column("held", type)));
        apply(insert("sample", row("id", 1, "held", value)));
        assertThat(rows("select held from sample", type)).containsExactly(expected);
        assertThat(introspect("sample", "held").type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "0001-01-01", "9999-12-31", "1969-12-31", "1582-10-10"})
    default void dateIsKept(String date) {
        keeps(date(), date, date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2024-13-01", "yesterday", "infinity", "now"})
    default void dateThatIsNoneIsRefused(String date) {
        apply(createTable("sample", key("id"), column("held", date())));
        rejected(insert("sample", row("id", 1, "held", date)));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:00, 00:00",
        "23:59:59, 23:59:59",
        "12:30:00.000001, 12:30:00.000001",
        "23:59:59.999999, 23:59:59.999999"
    })
    default void timeOfDayIsKept(String time, String expected) {
        keeps(time(), time, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T12:00:00, 2024-02-29T12:00",
        "2024-02-29 12:00:00, 2024-02-29T12:00",
        "2024-03-31T02:30:00, 2024-03-31T02:30",
        "1969-12-31T23:59:59.999999, 1969-12-31T23:59:59.999999"
    })
    default void dateAndTimeAreKeptAsTheyAreWritten(String value, String expected) {
        keeps(timestamp(), value, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T12:00:00Z, 2024-02-29T12:00:00Z",
        "2024-02-29T12:00:00+02:00, 2024-02-29T10:00:00Z",
        "2024-02-29T23:30:00.123456-05:30, 2024-03-01T05:00:00.123456Z",
        "2024-12-31T23:59:59.999999Z, 2024-12-31T23:59:59.999999Z",
        "2024-02-29T12:00:00, 2024-02-29T12:00:00Z",
        "1900-01-01T00:00:00+14:00, 1899-12-31T10:00:00Z"
    })
    default void instantIsKeptWhateverItsOffset(String value, String expected) {
        keeps(timestamptz(), value, expected);
    }

    @Test
    default void equalInstantsAreEqual() {
        apply(createTable("sample", key("id"), column("held", timestamptz()).withUnique(true)));
        apply(insert("sample", row("id", 1, "held", "2024-02-29T12:00:00+02:00")));
        violated(insert("sample", row("id", 2, "held", "2024-02-29T10:00:00.000Z")));
    }

    @Test
    default void orderOfInstantsIsTheOrderOfTime() {
        apply(createTable("sample", key("id"), column("held", timestamptz())));
        apply(insert(
                "sample",
                row("id", 1, "held", "2024-03-01T00:00:00+14:00"),
                row("id", 2, "held", "2024-02-29T09:59:59.9Z"),
                row("id", 3, "held", "2024-02-29T10:00:00.1Z")));
        assertThat(rows("select id from sample order by held")).containsExactly("2", "1", "3");
    }

    @Test
    default void zoneOfTheSessionAndOfTheMachineChangesNothing() {
        TimeZone machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            apply(
                    createTable(
                            "sample",
                            key("id"),
                            column("held", timestamptz()).withDefaultValue(value("2024-02-29T12:00:00Z")),
                            column("local", timestamp()).withDefaultValue(value("2024-02-29T12:00:00"))),
                    insert("sample", row("id", 1)),
                    insert("sample", row("id", 2, "held", "2024-02-29T12:00:00Z", "local", "2024-02-29T12:00:00")));
        } finally {
            TimeZone.setDefault(machine);
        }
        assertThat(rows("select held, local from sample", timestamptz(), timestamp()))
                .containsExactly("2024-02-29T12:00:00Z, 2024-02-29T12:00", "2024-02-29T12:00:00Z, 2024-02-29T12:00");
    }
}
