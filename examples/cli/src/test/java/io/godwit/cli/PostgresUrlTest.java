package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PostgresUrlTest {

    @Test
    void onlyTheDatabaseIsAnother() {
        assertThat(other("jdbc:postgresql://localhost:5432/app?ssl=true"))
                .isEqualTo("jdbc:postgresql://localhost:5432/x?ssl=true");
        assertThat(other("jdbc:postgresql://a:1,b:2/app")).isEqualTo("jdbc:postgresql://a:1,b:2/x");
        assertThat(other("jdbc:postgresql://localhost/")).isEqualTo("jdbc:postgresql://localhost/x");
        assertThat(other("jdbc:postgresql://localhost")).isEqualTo("jdbc:postgresql://localhost/x");
        assertThat(other("jdbc:postgresql:///app?user=me")).isEqualTo("jdbc:postgresql:///x?user=me");
        assertThat(other("jdbc:postgresql:app")).isEqualTo("jdbc:postgresql:x");
        assertThat(PostgresUrl.of("jdbc:sqlite:app.db")).isEmpty();
    }

    private static String other(String url) {
        return PostgresUrl.of(url).orElseThrow().withDatabase("x");
    }
}
