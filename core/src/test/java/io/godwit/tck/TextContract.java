package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters: none is lost, changed or taken for SQL. */
public interface TextContract extends DialectContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "it's",
                "''",
                "\"quoted\"",
                "back\\slash",
                "\\'",
                "\\",
                "line\nbreak",
                "back\\\nslash before a break",
                "back\\\r\nslash before a longer one",
                "before\nGO\nafter",
                "before\n:exit\n!!dir\n$(x)",
                "carriage\r\nreturn",
                "tab\t",
                "semi;colon -- no comment /* neither */",
                "$$dollar$$ $1 ? :name @p %s {0} ${x}",
                "E'\\n'",
                "😀👩‍👩‍👧‍👦",
                "e\u0301 is not \u00e9",
                "\u4f60\u597d",
                "NULL",
                "null",
                "  spaces  ",
                "\u0001\u007f"
            })
    default void textIsKept(String characters) {
        apply(createTable("sample", key("id"), column("held", text()), column("short", varchar(60))));
        apply(insert("sample", row("id", 1, "held", characters, "short", characters)));
        assertThat(rows("select held from sample", text())).containsExactly(characters);
        assertThat(rows("select short from sample", varchar(60))).containsExactly(characters);
    }

    @Test
    default void longTextIsKept() {
        String characters = "åß😀'\\".repeat(40_000);
        apply(
                createTable("sample", key("id"), column("held", text())),
                insert("sample", row("id", 1, "held", characters)));
        assertThat(rows("select held from sample", text())).containsExactly(characters);
    }

    @Test
    default void emptyTextIsNotNull() {
        apply(
                createTable("sample", key("id"), column("held", text())),
                insert("sample", row("id", 1, "held", ""), row("id", 2, "held", null)));
        assertThat(rows("select id from sample where held is null")).containsExactly("2");
        assertThat(rows("select id from sample where held = ''")).containsExactly("1");
    }

    @Test
    default void lengthCountsCodePoints() {
        apply(createTable("sample", key("id"), column("held", varchar(3))));
        rejected(insert("sample", row("id", 2, "held", "😀😀😀😀")));
        rejected(insert("sample", row("id", 2, "held", "abcd")));
        whenSupported(
                Feature.CODE_POINT_LENGTHS,
                () -> {
                    apply(insert("sample", row("id", 1, "held", "😀😀😀")));
                    assertThat(rows("select held from sample")).containsExactly("😀😀😀");
                },
                () -> {
                    rejected(insert("sample", row("id", 1, "held", "😀😀😀")));
                    apply(insert("sample", row("id", 1, "held", "😀a")));
                });
    }

    @Test
    default void comparisonIsExact() {
        apply(createTable("sample", key("id"), column("held", varchar(20)).withUnique(true)));
        apply(insert(
                "sample",
                row("id", 1, "held", "oslo"),
                row("id", 2, "held", "Oslo"),
                row("id", 3, "held", "osl\u00f3"),
                row("id", 4, "held", "oslo\u0301")));
        violated(insert("sample", row("id", 5, "held", "Oslo")));
        assertThat(rows("select id from sample where held = 'OSLO'")).isEmpty();
        assertThat(rows("select id from sample where held = 'Oslo'")).containsExactly("2");
    }

    @Test
    default void numbersInTextColumnsStayTexts() {
        apply(
                createTable("sample", key("id"), column("held", text())),
                insert(
                        "sample",
                        row("id", 1, "held", "007"),
                        row("id", 2, "held", "1e3"),
                        row("id", 3, "held", "1.50")));
        assertThat(rows("select held from sample order by id", text())).containsExactly("007", "1e3", "1.50");
    }
}
