package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.EngineSql;
import io.godwit.schema.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times whose seconds keep fewer than six digits: what has more is rounded as PostgreSQL rounds it. */
public interface RoundedTimeContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp(0), 2024-02-29 12:00:00.5, 2024-02-29T12:00:01",
        "timestamp(0), 2024-02-29 12:00:00.499999, 2024-02-29T12:00",
        "timestamp(0), 1999-12-31 23:59:58.5, 1999-12-31T23:59:58",
        "timestamp(0), 1999-12-31 23:59:59.500001, 2000-01-01T00:00",
        "timestamp(3), 2024-12-31 23:59:59.9995, 2025-01-01T00:00",
        "timestamp(3), 2024-02-29 12:00:00.123456, 2024-02-29T12:00:00.123",
        "timestamp(5), 2024-02-29 12:00:00.000005, 2024-02-29T12:00:00.000010",
        "timestamptz(3), 2024-02-29T12:00:00.0005+02:00, 2024-02-29T10:00:00.001Z",
        "timestamptz(0), 2024-02-29T23:59:59.5Z, 2024-03-01T00:00:00Z",
        "time(0), 10:11:12.5, 10:11:13",
        "time(2), 10:11:12.344999, 10:11:12.340"
    })
    default void literalIsRounded(String type, String value, String expected) {
        ColumnType kept = ColumnType.parse(type);
        apply(createTable("sample", key("id"), column("held", kept)));
        apply(insert("sample", row("id", 1, "held", value)));
        universal("INSERT INTO sample (id, held) VALUES (2, '" + value + "')");
        universal("INSERT INTO sample (id) VALUES (3); UPDATE sample SET held = '" + value + "' WHERE id = 3");
        assertThat(rows("select held from sample order by id", kept)).containsExactly(expected, expected, expected);
        assertThat(introspect("sample", "held").type()).isEqualTo(kept);
    }

    @Test
    default void namesOfRoundedTypesMeanThePortableOnes() {
        universal(
                "CREATE TABLE sample (a timestamp(3) with time zone, b timestamp(0) without time zone, c timestamptz(1),"
                        + " d time(2), e timestamp(6))");
        List<String> types = introspect("sample").columns().stream()
                .map(column -> column.type().toString())
                .toList();
        assertThat(types).containsExactly("timestamptz(3)", "timestamp(0)", "timestamptz(1)", "time(2)", "timestamp");
    }

    @Test
    default void valueOfAnotherColumnIsRounded() {
        universal("""
                CREATE TABLE event (id bigint PRIMARY KEY, exact timestamp, rounded timestamp(2), clock time, short time(0));
                INSERT INTO event (id, exact, clock) VALUES (1, '2024-02-29 12:00:00.125', '10:11:12.499'),
                    (2, '2024-12-31 23:59:59.996', '10:11:59.5'), (3, NULL, NULL);
                UPDATE event SET rounded = exact, short = clock;
                """);
        assertThat(rows("select rounded, short from event order by id", ColumnType.parse("timestamp(2)"), time()))
                .containsExactly("2024-02-29T12:00:00.130, 10:11:12", "2025-01-01T00:00, 10:12", "NULL, NULL");
    }

    @Test
    default void defaultIsRounded() {
        universal("CREATE TABLE event (id bigint PRIMARY KEY, made timestamp(0) DEFAULT now() NOT NULL,"
                + " seen timestamptz(0) DEFAULT CURRENT_TIMESTAMP, fixed timestamp(3) DEFAULT '2024-02-29 12:00:00.0016');"
                + " INSERT INTO event (id) VALUES (1)");
        assertThat(rows(
                        "select extract(second from made) = floor(extract(second from made)),"
                                + " made = seen AT TIME ZONE 'UTC' from event",
                        bool(),
                        bool()))
                .containsExactly("true, true");
        assertThat(rows("select fixed from event", timestamp())).containsExactly("2024-02-29T12:00:00.002");
    }

    @Test
    default void changedTypeRoundsWhatIsThere() {
        ColumnType seconds = ColumnType.parse("timestamp(0)");
        apply(createTable("sample", key("id"), column("held", timestamp())));
        apply(insert("sample", row("id", 1, "held", "2024-12-31T23:59:59.6"), row("id", 2, "held", null)));
        apply(changeType("sample", "held", seconds));
        assertThat(rows("select held from sample order by id", seconds)).containsExactly("2025-01-01T00:00", "NULL");
        apply(changeType("sample", "held", timestamp()));
        assertThat(introspect("sample", "held").type()).isEqualTo(timestamp());
        assertThat(rows("select held from sample order by id", timestamp()))
                .containsExactly("2025-01-01T00:00", "NULL");
    }

    @Test
    default void roundedTimeIsCalculatedWith() {
        universal("""
                CREATE TABLE event (id bigint PRIMARY KEY, at timestamp(3));
                INSERT INTO event VALUES (1, '2024-02-29 12:00:00.1236'), (2, '2024-03-01 00:00:00');
                """);
        assertThat(rows("select id from event where at > '2024-02-29 12:00:00.1235' order by at desc"))
                .containsExactly("2", "1");
        assertThat(rows("select extract(second from at) = 0.124 from event order by id", bool()))
                .containsExactly("true", "false");
        assertThat(rows("select at + interval '1 day' from event order by id", timestamp()))
                .containsExactly("2024-03-01T12:00:00.124", "2024-03-02T00:00");
    }

    @Test
    default void castOfALiteralIsRounded() {
        apply(createTable("one", key("id")), insert("one", row("id", 1)));
        assertThat(rows("select '2024-02-29 12:00:00.5'::timestamp(0) from one", timestamp()))
                .containsExactly("2024-02-29T12:00:01");
    }
}
