package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MsSqlLiteralTest {

    private final MsSqlSyntax syntax = new MsSqlSyntax(MsSqlVersion.OLDEST);

    private String of(Literal literal, String type) {
        return syntax.literal(literal, ColumnType.parse(type));
    }

    @Test
    void textsAreUnicode() {
        assertThat(syntax.text("it's 😀")).isEqualTo("N'it''s 😀'");
    }

    @Test
    void backslashBeforeALineBreakIsNoContinuation() {
        assertThat(syntax.text("a\\\nb")).isEqualTo("(CAST(N'a\\' AS NVARCHAR(MAX)) + N'\nb')");
    }

    @Test
    void lineThatIsACommandToTheClientDoesNotStandAlone() {
        assertThat(syntax.text("a\nGO\nb")).isEqualTo("(CAST(N'a\n' AS NVARCHAR(MAX)) + N'GO\nb')");
        assertThat(syntax.text("a\ngood")).isEqualTo("N'a\ngood'");
    }

    @Test
    void truthIsABit() {
        assertThat(of(Literal.of(true), "boolean")).isEqualTo("1");
    }

    @Test
    void doublesHaveAnExponent() {
        assertThat(of(Literal.of(new BigDecimal("0.1")), "double")).isEqualTo("1E-1");
        assertThat(of(Literal.of(new BigDecimal("0.0")), "double")).isEqualTo("0E0");
    }

    @Test
    void bytesAreHexadecimal() {
        assertThat(of(Literal.of("\\x00FF"), "bytes")).isEqualTo("0x00ff");
        assertThat(of(Literal.of("\\x"), "bytes")).isEqualTo("0x");
    }
}
