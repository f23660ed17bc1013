package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How the catalogs write expressions. */
class StoredTextTest {

    @Test
    void quotesInTextsAreDoubled() {
        assertThat(StoredText.of("(`a\\'` in ('b\\'c','d\\\\e'))")).isEqualTo("(`a\\'` in ('b''c','d\\\\e'))");
    }

    @Test
    void whatMySqlTookForLatin1IsReadAsUtf8() {
        String shown = new String("_utf8mb4\\'é😀\\'".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(StoredText.ofMySql(shown)).isEqualTo("_utf8mb4'é😀'");
        assertThat(StoredText.ofMySql("`größe` > 1")).isEqualTo("`größe` > 1");
    }

    @Test
    void oneQuotedTextIsToldFromAnExpression() {
        assertThat(StoredText.isQuoted("'it''s \\\\ x'")).isTrue();
        assertThat(StoredText.isQuoted("''")).isTrue();
        assertThat(StoredText.isQuoted("'a' + 'b'")).isFalse();
        assertThat(StoredText.characters("'it''s \\\\ x'")).isEqualTo("it's \\ x");
    }

    @Test
    void textsAreFoundInAnyForm() {
        assertThat(new QuotedTexts("(`it's` in (_utf8mb4'a',convert(X'f09f9880' using utf8mb4),'b''c'))").all())
                .containsExactly("a", "😀", "b'c");
    }
}
