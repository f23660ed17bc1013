package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a row gets that does not say. */
public interface DefaultContract extends DialectContract {

    private void defaults(ColumnType type, Object defaultValue, String expected) {
        apply(
                createTable("sample", key("id"), column("held", type).withDefaultValue(value(defaultValue))),
                insert("sample", row("id", 1)));
        assertThat(rows("select held from sample", type)).containsExactly(expected);
    }

    @Test
    default void textIsTakenLiterally() {
        defaults(text(), "it's \"a\" \\ 'b' 😀\nnow()", "it's \"a\" \\ 'b' 😀\nnow()");
    }

    @Test
    default void emptyDefaultIsNotNull() {
        defaults(text(), "", "");
    }

    @Test
    default void numbersAreTaken() {
        defaults(decimal(12, 2), number("-1234.50"), "-1234.50");
    }

    @Test
    default void truthIsTaken() {
        defaults(bool(), true, "true");
    }

    @Test
    default void jsonIsTaken() {
        defaults(json(), jsonValue("{\"a\":[1,\"x'y\"]}"), "{\"a\":[1,\"x'y\"]}");
    }

    @Test
    default void datesAreTaken() {
        defaults(date(), "2024-02-29", "2024-02-29");
    }

    @Test
    default void instantsAreTakenInAnyZone() {
        defaults(timestamptz(), "2024-02-29T23:30:00-05:00", "2024-03-01T04:30:00Z");
    }

    @Test
    default void uuidsAreTakenInLowerCase() {
        defaults(uuid(), "6F1C1F64-3F3C-4B0E-8F0A-2B8F3F7D9C11", "6f1c1f64-3f3c-4b0e-8f0a-2b8f3f7d9c11");
    }

    @Test
    default void expressionsAreEvaluatedForEachRow() {
        apply(
                createTable(
                        "sample", key("id"), column("held", uuid()).withDefaultValue(expression("gen_random_uuid()"))),
                insert("sample", row("id", 1)),
                insert("sample", row("id", 2)));
        assertThat(rows("select count(distinct held) from sample")).containsExactly("2");
    }

    @Test
    default void nowIsAnInstantCloseToNow() {
        apply(
                createTable("sample", key("id"), column("held", timestamptz()).withDefaultValue(expression("now()"))),
                insert("sample", row("id", 1)));
        String held = rows("select held from sample", timestamptz()).get(0);
        assertThat(Instant.parse(held))
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
    }

    @Test
    default void nullThatIsSaidIsKept() {
        apply(
                createTable("sample", key("id"), column("held", text()).withDefaultValue(value("x"))),
                insert("sample", row("id", 1, "held", null)));
        assertThat(rows("select held from sample")).containsExactly("NULL");
    }

    @Test
    default void setDefaultLeavesTheRowsThatAreThere() {
        apply(createTable("sample", key("id"), column("held", text())), insert("sample", row("id", 1)));
        apply(setDefault("sample", "held", "new"));
        apply(insert("sample", row("id", 2)));
        apply(setDefault("sample", "held", "newer"));
        apply(insert("sample", row("id", 3)));
        assertThat(rows("select held from sample order by id")).containsExactly("NULL", "new", "newer");
    }

    @Test
    default void dropDefaultLeavesTheRowsThatAreThere() {
        apply(
                createTable("sample", key("id"), column("held", text()).withDefaultValue(value("x"))),
                insert("sample", row("id", 1)));
        apply(dropDefault("sample", "held"));
        apply(insert("sample", row("id", 2)));
        assertThat(rows("select held from sample order by id")).containsExactly("x", "NULL");
    }
}
