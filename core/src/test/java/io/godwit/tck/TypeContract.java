package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import io.godwit.tck.harness.ApplyFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portable types: what goes in as a literal comes back as the same value, and the catalog still knows the type. */
public interface TypeContract extends DialectContract {

    /** Stores the value in a column of the type, through insert and through update, and reads it back. */
    private void keeps(ColumnType type, Object value, String expected) {
        apply(createTable("sample", key("id"), column("held", type)));
        apply(insert("sample", row("id", 1, "held", value), row("id", 2, "held", null)));
        apply(update("sample", row("held", value), "id = 2"));
        assertThat(rows("select held from sample order by id", type)).containsExactly(expected, expected);
        assertThat(introspect("sample", "held").type()).isEqualTo(type);
    }

    private void refuses(ColumnType type, Object value) {
        apply(createTable("sample", key("id"), column("held", type)));
        rejected(insert("sample", row("id", 1, "held", value)));
        assertThat(rows("select id from sample")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-32768, 0, 32767})
    default void smallintKeeps(long value) {
        keeps(smallint(), value, Long.toString(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {-2147483648L, 0, 2147483647})
    default void integerKeeps(long value) {
        keeps(integer(), value, Long.toString(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, Long.MAX_VALUE})
    default void bigintKeeps(long value) {
        keeps(bigint(), value, Long.toString(value));
    }

    @Test
    default void smallintRefusesWhatDoesNotFit() {
        refuses(smallint(), 32768);
    }

    @Test
    default void integerRefusesWhatDoesNotFit() {
        refuses(integer(), 2147483648L);
    }

    @Test
    default void bigintRefusesWhatDoesNotFit() {
        refuses(bigint(), number("9223372036854775808"));
    }

    @Test
    default void integerRefusesWords() {
        refuses(integer(), "seven");
    }

    @Test
    default void integerRefusesFractions() {
        refuses(integer(), number("1.5"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    default void booleanKeeps(boolean value, String expected) {
        keeps(bool(), value, expected);
    }

    @Test
    default void booleanRefusesTwo() {
        refuses(bool(), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "-1.5E308", "4.9E-324", "1.7976931348623157E308", "0.0"})
    default void doubleKeeps(String digits) {
        keeps(doublePrecision(), number(digits), Double.toString(Double.parseDouble(digits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-0.25", "3.4028235E38"})
    default void realKeeps(String digits) {
        keeps(real(), number(digits), Float.toString(Float.parseFloat(digits)));
    }

    @Test
    default void bytesAreKept() {
        keeps(bytes(), "\\x00ff275c22", "00ff275c22");
    }

    @Test
    default void noBytesAreKept() {
        keeps(bytes(), "\\x", "");
    }

    @Test
    default void uuidIsKeptInLowerCase() {
        keeps(uuid(), "6F1C1F64-3F3C-4B0E-8F0A-2B8F3F7D9C11", "6f1c1f64-3f3c-4b0e-8f0a-2b8f3f7d9c11");
    }

    @Test
    default void uuidRefusesWhatIsNone() {
        refuses(uuid(), "6f1c1f64-3f3c");
    }

    @Test
    default void enumKeepsItsValues() {
        keeps(enumOf("new", "it's done", "😀"), "it's done", "it's done");
    }

    @Test
    default void enumRefusesOthers() {
        refuses(enumOf("new", "done"), "New");
    }

    @Test
    default void arraysAreKept() {
        keeps(arrayOf(text()), jsonValue("[\"a\",\"b,c\",\"d\\\"e\"]"), "[a, b,c, d\"e]");
    }

    @Test
    default void emptyArraysAreKept() {
        keeps(arrayOf(integer()), jsonValue("[]"), "[]");
    }

    @Test
    default void numbersInArraysAreKept() {
        keeps(arrayOf(bigint()), jsonValue("[1,-2,9223372036854775807]"), "[1, -2, 9223372036854775807]");
    }

    @Test
    default void vectorsAreKeptOrNamedAsMissing() {
        try {
            keeps(vector(3), jsonValue("[1.5,-2,0.25]"), "[1.5, -2, 0.25]");
        } catch (ApplyFailedException e) {
            assertThat(e.statement()).contains("vector");
            assertThat(introspect().tables()).isEmpty();
        }
    }
}
