package io.godwit.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.godwit.migration.FileFormat;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in a file, there are rows or a typed error; and what was written comes back. */
class RowFilePropertyTest {

    @Provide
    Arbitrary<byte[]> anything() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        Arbitrary<byte[]> nearly = Arbitraries.strings()
                .withChars("{}[]\",:'\\\n\r\t a1-.e/*#nulltrue\ufeff\0ü")
                .ofMaxLength(60)
                .map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Arbitraries.oneOf(bytes, nearly);
    }

    @Property(tries = 2000)
    void readersGiveRowsOrATypedError(@ForAll("anything") byte[] bytes, @ForAll FileFormat format) throws IOException {
        for (String select : new String[] {"", "/a", "/*", "/0/a/*"}) {
            for (boolean gzip : new boolean[] {false, true}) {
                GivenFile plain = new GivenFile(bytes, format, select, null);
                try {
                    (gzip ? plain.gzipped() : plain).rows("a", "a.b", ".a", "a#", "value");
                } catch (RowFileException typed) {
                    assertThat(typed.faults()).isNotEmpty();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab,\"\n\r;\\\t' é😀".toCharArray())
                .ofMaxLength(6);
        return text.filter(RowFilePropertyTest::isWhole).list().ofMinSize(1).ofMaxSize(5);
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
    }

    @Property(tries = 500)
    void quotedFieldsComeBack(@ForAll("texts") List<String> texts) throws IOException {
        String csv = texts.stream()
                .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("\r\n", "a\r\n", ""));
        assertThat(GivenFile.of(FileFormat.CSV, csv).gzipped().rows("a")).isEqualTo(texts);
    }

    @Property(tries = 500)
    void textsOfJsonComeBack(@ForAll("texts") List<String> texts) throws IOException {
        List<String> objects = texts.stream()
                .map(text -> "{\"a\":{\"b\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"}}")
                .toList();
        assertThat(GivenFile.of(FileFormat.JSONL, String.join("\n", objects)).rows("a.b"))
                .isEqualTo(texts);
        assertThat(GivenFile.of(FileFormat.JSON, objects.toString()).rows("a.b"))
                .isEqualTo(texts);
    }
}
