package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.GodwitException;
import io.godwit.operation.EngineSql;
import io.godwit.schema.CharType;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code char(n)}: blanks at the end of a value say nothing, whether an engine keeps them or not. */
public interface PaddedTextContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    private void countries() {
        universal("""
                CREATE TABLE country (code char(3) PRIMARY KEY, short character(2), flag char DEFAULT 'N'::bpchar NOT NULL,
                    name varchar(20), CHECK (flag = ANY (ARRAY['N'::bpchar, 'Y'::bpchar])));
                INSERT INTO country (code, short, name) VALUES ('CHE', 'CH', 'Switzerland'), ('X', 'X ', 'X'),
                    ('  Y', ' Y', ' Y '), ('', NULL, '');
                """);
    }

    @Test
    default void typeIsReadBack() {
        countries();
        assertThat(introspect("country", "code").type()).isEqualTo(new CharType(3));
        assertThat(introspect("country", "short").type()).isEqualTo(new CharType(2));
        assertThat(introspect("country", "flag").type()).isEqualTo(new CharType(1));
        assertThat(introspect("country", "flag").defaultValue()).isEqualTo(value("N"));
    }

    @Test
    default void blanksAtTheEndAreNoDifference() {
        countries();
        assertThat(rows("select code from country where code = 'X  ' and short in ('X', 'Z')", new CharType(3)))
                .containsExactly("X");
        assertThat(rows("select count(*) from country where code <> 'CHE  '")).containsExactly("3");
        violated(sql(EngineSql.UNIVERSAL, "INSERT INTO country (code) VALUES ('X ')"));
        assertThat(rows("select count(*) from country where code = ''")).containsExactly("1");
    }

    @Test
    default void longerValueIsRefusedUnlessItIsBlank() {
        countries();
        universal("INSERT INTO country (code) VALUES ('AB        ')");
        assertThat(rows("select count(*) from country where code = 'AB'")).containsExactly("1");
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO country (code) VALUES ('ABCD')"));
        rejected(insert("country", row("code", "ABCD")));
        apply(insert("country", row("code", "CD  ")));
        assertThat(rows("select count(*) from country where code = 'CD'")).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "code || '-' || short ; X-X",
                "length(code) ; 1",
                "upper(code) ; X",
                "coalesce(short, 'none') = 'X   ' ; true",
                "case when flag = 'N ' then code else 'no' end = 'X ' ; true",
                "code = name ; true",
                "name = code ; true",
                "code::text ; X",
                "lpad(code, 3, '.') ; ..X",
                "code like 'X%' ; true",
                "code::text like 'X' ; true",
                "max(code) over () = '' ; false"
            })
    default void whatIsAskedIsAnsweredAlike(String expression, String expected) {
        countries();
        List<String> answer = rows("select " + expression + " from country where code = 'X' order by code");
        assertThat(answer).hasSize(1);
        String normal = switch (answer.get(0)) {
            case "t" -> "true";
            case "f" -> "false";
            case "1" -> expected.equals("true") ? "true" : "1";
            case "0" -> "false";
            default -> answer.get(0);
        };
        assertThat(normal).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octet_length(code)",
                "concat(code, '.')",
                "code like 'X'",
                "code like '%X'",
                "jsonb_build_array(code)",
                "name::char(3)"
            })
    default void whatShowsTheBlanksIsRefusedWhereTheyAreNotKept(String expression) {
        countries();
        if (dialect().syntax().functions().speaksUniversal()) {
            assertThat(rows("select " + expression + " from country")).hasSize(4);
        } else {
            Assertions.assertThatThrownBy(() -> rows("select " + expression + " from country"))
                    .isInstanceOf(GodwitException.class)
                    .hasMessageContaining("char");
        }
    }

    @Test
    default void valueOfAnotherColumnLosesTheBlanksAtItsEnd() {
        countries();
        universal(
                "UPDATE country SET code = name WHERE code = '  Y'; UPDATE country SET name = code WHERE code = ' Y'");
        assertThat(rows("select name from country where code = ' Y    '")).containsExactly(" Y");
    }

    @Test
    default void changedTypeKeepsTheValues() {
        apply(createTable("sample", key("id"), column("held", varchar(5))));
        apply(insert("sample", row("id", 1, "held", "ab"), row("id", 2, "held", null)));
        apply(changeType("sample", "held", new CharType(4)));
        assertThat(introspect("sample", "held").type()).isEqualTo(new CharType(4));
        assertThat(rows("select held from sample where held = 'ab  '", new CharType(4)))
                .containsExactly("ab");
        apply(changeType("sample", "held", text()));
        assertThat(rows("select held from sample where held = 'ab'")).containsExactly("ab");
    }
}
