package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON documents. */
public interface JsonContract extends DialectContract {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "[] | []",
                "{\"a\":{\"b\":[1,2,{\"c\":null}]}} | {\"a\":{\"b\":[1,2,{\"c\":null}]}}",
                "{\"b\":1,\"a\":2} | {\"a\":2,\"b\":1}",
                "{\"quote\":\"it's\",\"emoji\":\"😀\"} | {\"emoji\":\"😀\",\"quote\":\"it's\"}",
                "[true,false,null,1.5,-7] | [true,false,null,1.5,-7]",
                "[12345678901234567890] | [12345678901234567890]"
            })
    default void documentIsKept(String json, String expected) {
        apply(createTable("sample", key("id"), column("held", json())));
        apply(insert("sample", row("id", 1, "held", jsonValue(json))));
        assertThat(rows("select held from sample", json())).containsExactly(expected);
        assertThat(introspect("sample", "held").type()).isEqualTo(json());
    }

    @Test
    default void escapesAreKept() {
        apply(createTable("sample", key("id"), column("held", json())));
        apply(insert("sample", row("id", 1, "held", jsonValue("[\"a\\\"b\",\"c\\\\d\",\"e\\nf\"]"))));
        assertThat(rows("select held from sample", json())).containsExactly("[\"a\"b\",\"c\\d\",\"e\nf\"]");
    }

    @Test
    default void scalarsAreDocumentsToo() {
        apply(createTable("sample", key("id"), column("held", json())));
        apply(insert(
                "sample",
                row("id", 1, "held", "just text"),
                row("id", 2, "held", 5),
                row("id", 3, "held", true),
                row("id", 4, "held", null)));
        assertThat(rows("select held from sample order by id", json()))
                .containsExactly("\"just text\"", "5", "true", "NULL");
    }

    @Test
    default void whatIsNoJsonIsRefusedByTheDatabase() {
        apply(
                createTable("sample", key("id"), column("held", json()), column("raw", text())),
                insert("sample", row("id", 1, "held", jsonValue("{}"), "raw", "{not json")));
        rejected(update("sample", row("held", expression("cast(raw as json)")), null));
        assertThat(rows("select held from sample", json())).containsExactly("{}");
    }
}
