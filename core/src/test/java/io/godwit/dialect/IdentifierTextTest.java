package io.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.Name;
import org.junit.jupiter.api.Test;

class IdentifierTextTest {

    @Test
    void findsNamesAndNotWordsInStringsOrComments() {
        assertThat(mentions("a = 'state' -- state", "state")).isFalse();
        assertThat(mentions("/* state */ b", "state")).isFalse();
        assertThat(mentions("STATE > 1", "state")).isTrue();
        assertThat(mentions("\"State\" > 1", "state")).isFalse();
        assertThat(mentions("[State] > 1", "State")).isTrue();
    }

    @Test
    void arraysAndSubscriptsAreNoQuotedNames() {
        assertThat(mentions("x = ANY (ARRAY[state, other])", "state")).isTrue();
        assertThat(mentions("tags[state] = 1", "state")).isTrue();
        assertThat(new IdentifierText("x = ANY (ARRAY[state])").rename(Name.of("state"), Name.of("my state")))
                .isEqualTo("x = ANY (ARRAY[\"my state\"])");
    }

    @Test
    void typesAreNoColumns() {
        assertThat(mentions("(a)::timestamp with time zone > b AT TIME ZONE 'UTC'", "time"))
                .isFalse();
        assertThat(mentions("(a)::text = lower(b)", "text")).isFalse();
        assertThat(mentions("(a)::text = lower(b)", "lower")).isFalse();
        assertThat(mentions("\"time\" > 1 OR time < 2", "time")).isTrue();
    }

    @Test
    void wordsOfTheQueryAreNoNamesUnlessTheyAreQuoted() {
        String query = "SELECT CASE WHEN a THEN [end] ELSE 1 END FROM [select] ORDER BY [by]";
        assertThat(mentions("SELECT a FROM b", "select")).isFalse();
        assertThat(mentions("a ORDER BY b", "by")).isFalse();
        assertThat(new IdentifierText(query).rename(Name.of("end"), Name.of("stop")))
                .isEqualTo(query.replace("[end]", "[stop]"));
        assertThat(new IdentifierText(query).rename(Name.of("select"), Name.of("chosen")))
                .isEqualTo(query.replace("[select]", "[chosen]"));
    }

    private static boolean mentions(String text, String name) {
        return new IdentifierText(text).mentions(Name.of(name));
    }
}
