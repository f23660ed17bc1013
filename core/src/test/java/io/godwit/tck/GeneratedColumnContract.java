package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Column;
import io.godwit.schema.Generated;
import io.godwit.schema.SimpleType;
import io.godwit.tck.harness.ApplyFailedException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Columns that the engine computes. */
public interface GeneratedColumnContract extends DialectContract {

    private Column total(boolean stored) {
        return column("total", integer()).withGenerated(new Generated(expression("amount * price"), stored));
    }

    @Test
    default void storedColumnFollowsTheRow() {
        apply(createTable("item", key("id"), column("amount", integer()), column("price", integer()), total(true)));
        apply(insert("item", row("id", 1, "amount", 3, "price", 5)));
        assertThat(rows("select total from item")).containsExactly("15");
        apply(update("item", row("amount", 4), null));
        assertThat(rows("select total from item")).containsExactly("20");
    }

    @Test
    default void virtualColumnFollowsTheRowStoredOrNot() {
        apply(createTable("item", key("id"), column("amount", integer()), column("price", integer()), total(false)));
        apply(insert("item", row("id", 1, "amount", 3, "price", 5)), update("item", row("amount", 4), null));
        assertThat(rows("select total from item")).containsExactly("20");
    }

    @Test
    default void generatedColumnAddedLaterIsComputedForTheRowsThatAreThere() {
        apply(
                createTable("item", key("id"), column("amount", integer()), column("price", integer())),
                insert("item", row("id", 1, "amount", 3, "price", 5)));
        apply(addColumn("item", total(true)));
        assertThat(rows("select total from item")).containsExactly("15");
    }

    @Test
    default void generatedColumnIsNotWritten() {
        apply(createTable("item", key("id"), column("amount", integer()), column("price", integer()), total(true)));
        rejected(insert("item", row("id", 1, "amount", 3, "price", 5, "total", 7)));
    }

    @Test
    default void generatedColumnOfTexts() {
        apply(
                createTable(
                        "person",
                        key("id"),
                        column("given", text()).notNull(),
                        column("family", text()).notNull(),
                        column("whole", text())
                                .withGenerated(new Generated(expression("given || ' ' || family"), true))),
                insert("person", row("id", 1, "given", "Zoë", "family", "O'Neill")));
        assertThat(rows("select whole from person")).containsExactly("Zoë O'Neill");
    }

    @Test
    default void generatedColumnConvertsItsValueAsAnAssignmentDoes() {
        apply(
                createTable(
                        "item",
                        key("id"),
                        column("price", decimal(10, 4)),
                        column("shown", decimal(10, 2)).withGenerated(new Generated(expression("price + 0"), true))),
                insert("item", row("id", 1, "price", new BigDecimal("1.0050"))));
        assertThat(rows("select shown = 1.01 from item", SimpleType.BOOLEAN)).containsExactly("true");
    }

    @Test
    default void generatedColumnOfATimeAndOfATextWithANumber() {
        apply(
                createTable(
                        "visit",
                        key("id"),
                        column("code", varchar(20)),
                        column("ts", SimpleType.TIMESTAMP),
                        column("year", SimpleType.TIMESTAMP)
                                .withGenerated(new Generated(expression("date_trunc('year', ts)"), true)),
                        column("label", varchar(60)).withGenerated(new Generated(expression("code || id"), true))),
                insert("visit", row("id", 7, "code", "Ž", "ts", "2024-05-31T12:30:00")));
        assertThat(rows("select label from visit where year = timestamp '2024-01-01 00:00:00'"))
                .containsExactly("Ž7");
    }

    @Test
    default void generatedColumnCanBeDropped() {
        apply(createTable("item", key("id"), column("amount", integer()), column("price", integer()), total(true)));
        apply(dropColumn("item", "total"), dropColumn("item", "price"));
        assertThat(introspect("item").columns()).hasSize(2);
    }

    /** Some engines change no column that another is computed from; then nothing has happened to what is over that one. */
    @Test
    default void indexOverAGeneratedColumnOutlivesAChangeOfWhatItIsComputedFrom() {
        apply(
                createTable("item", key("id"), column("amount", integer()), column("price", integer()), total(true)),
                createIndex("item", "total"),
                insert("item", row("id", 1, "amount", 3, "price", 5)));
        try {
            apply(changeType("item", "amount", smallint()));
            assertThat(introspect("item", "amount").type()).isEqualTo(smallint());
        } catch (ApplyFailedException | UnsupportedByDialectException refused) {
            assertThat(introspect("item", "amount").type()).isEqualTo(integer());
        }
        assertThat(introspect("item").indexes())
                .singleElement()
                .satisfies(index ->
                        assertThat(index.columns()).isEqualTo(index("total").columns()));
        assertThat(rows("select total from item")).containsExactly("15");
    }
}
