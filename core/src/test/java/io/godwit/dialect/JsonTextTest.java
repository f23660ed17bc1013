package io.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.schema.Literal;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void textThatIsAStructureIsThat() {
        assertThat(JsonText.of(Literal.of(" {\"a\": [1]} "))).hasToString("{\"a\": [1]}");
        assertThat(JsonText.of(Literal.of("[1,2]"))).hasToString("[1,2]");
    }

    @Test
    void anyOtherTextIsAString() {
        assertThat(JsonText.of(Literal.of("5"))).hasToString("\"5\"");
        assertThat(JsonText.of(Literal.of("[1,"))).hasToString("\"[1,\"");
        assertThat(JsonText.of(Literal.of("{} {}"))).hasToString("\"{} {}\"");
        assertThat(JsonText.of(Literal.of("say \"hi\"\n😀"))).hasToString("\"say \\\"hi\\\"\\n😀\"");
    }

    @Test
    void scalarsAreThemselves() {
        assertThat(JsonText.of(Literal.of(true))).hasToString("true");
        assertThat(JsonText.of(Literal.of(5))).hasToString("5");
    }

    @Test
    void elementsKeepTheirKind() {
        assertThat(new JsonText("[ \"a\", 1.50, true, null, {\"b\": [1, 2]}, [] ]").elements())
                .containsExactly(
                        Literal.of("a"),
                        new Literal(Literal.Kind.NUMBER, "1.50"),
                        Literal.of(true),
                        Literal.NULL,
                        Literal.ofJson("{\"b\": [1, 2]}"),
                        Literal.ofJson("[]"));
    }

    @Test
    void whatIsNoArrayHasNoElements() {
        assertThatThrownBy(() -> new JsonText("{}").elements())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'{}' is not a JSON array");
    }
}
