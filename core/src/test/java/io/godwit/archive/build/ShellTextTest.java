package io.godwit.archive.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm-1.0.0.godwit.tar.gz",
                "a b",
                "a'b",
                "$(touch x)",
                "`x`",
                "a\nb",
                "a\"b",
                "*",
                "~",
                "a;b",
                "é"
            })
    void aShellTakesItForTheWord(String word) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellText.of(word)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word);
    }
}
