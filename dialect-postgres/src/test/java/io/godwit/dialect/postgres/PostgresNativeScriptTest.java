package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import org.junit.jupiter.api.Test;

class PostgresNativeScriptTest {

    private final PostgresNativeScript script = new PostgresNativeScript();

    @Test
    void stopsAtTheFirstErrorInOneTransaction() {
        assertThat(script.command()).contains("ON_ERROR_STOP=1");
        assertThat(script.header()).startsWith("\\set ON_ERROR_STOP on").endsWith("BEGIN;");
        assertThat(script.footer()).containsExactly("COMMIT;");
    }

    @Test
    void statementsEndOnALineOfTheirOwnBehindAComment() {
        assertThat(script.terminator(Statement.of("SELECT 1"))).isEqualTo(";");
        assertThat(script.terminator(Statement.of("SELECT 1 -- one"))).isEqualTo("\n;");
        assertThat(script.terminator(Statement.of("-- one\nSELECT 1"))).isEqualTo(";");
    }

    @Test
    void whatCannotRunInATransactionRunsBetweenTwo() {
        Statement outside = new Statement("VACUUM", Statement.Mode.OUTSIDE_TRANSACTION);
        assertThat(script.before(outside)).containsExactly("COMMIT;");
        assertThat(script.terminator(outside)).isEqualTo(";\nBEGIN;");
        assertThat(script.before(Statement.of("SELECT 1"))).isEmpty();
    }
}
