package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Columns that the engine numbers. */
public interface IdentityContract extends DialectContract {

    @Test
    default void identityCountsFromOne() {
        apply(createTable("city", identity("id"), column("name", text())));
        apply(insert("city", row("name", "Oslo"), row("name", "Rome")), insert("city", row("name", "Bern")));
        assertThat(rows("select id, name from city order by id")).containsExactly("1, Oslo", "2, Rome", "3, Bern");
    }

    @Test
    default void integerIdentityStaysAnInteger() {
        apply(createTable(
                "city", column("id", integer()).withIdentity(true).withPrimaryKey(true), column("name", text())));
        apply(insert("city", row("name", "Oslo")));
        assertThat(introspect("city", "id").type()).isEqualTo(integer());
        assertThat(introspect("city", "id").identity()).isTrue();
    }

    @Test
    default void numberThatIsSaidIsTakenAndCountedFrom() {
        apply(createTable("city", identity("id"), column("name", text())));
        apply(insert("city", row("id", 41, "name", "Oslo")));
        apply(insert("city", row("name", "Rome")));
        assertThat(rows("select id from city order by id")).containsExactly("41", "42");
    }

    @Test
    default void smallerNumberThatIsSaidDoesNotTurnTheCounterBack() {
        apply(createTable("city", identity("id"), column("name", text())));
        apply(insert("city", row("name", "a"), row("name", "b"), row("name", "c")), delete("city", "id < 3"));
        apply(insert("city", row("id", 1, "name", "d")), insert("city", row("name", "e")));
        assertThat(rows("select id, name from city order by id")).containsExactly("1, d", "3, c", "4, e");
    }

    @Test
    default void numberOfADeletedRowIsNotGivenAgain() {
        apply(createTable("city", identity("id"), column("name", text())));
        apply(insert("city", row("name", "a"), row("name", "b")), delete("city", null));
        apply(insert("city", row("name", "c")));
        assertThat(rows("select id from city")).containsExactly("3");
    }

    @Test
    default void identityIsNeverNull() {
        apply(createTable("city", identity("id"), column("name", text())));
        assertThat(introspect("city", "id").nullable()).isFalse();
    }

    @Test
    default void identityAddedLaterNumbersTheRowsThatAreThere() {
        apply(createTable("city", column("name", text())), insert("city", row("name", "a"), row("name", "b")));
        apply(addColumn("city", identity("id")));
        apply(insert("city", row("name", "c")));
        assertThat(rows("select id from city order by id")).containsExactly("1", "2", "3");
    }
}
