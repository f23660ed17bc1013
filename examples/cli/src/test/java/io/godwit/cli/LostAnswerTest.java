package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LostAnswerTest {

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void answerThatAFullDeviceDidNotTakeIsAFailure() {
        assertThat(versionOnto("No space left on device")).isEqualTo(1);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("could not be written: No space left on device");
    }

    @Test
    void readerThatHasSeenEnoughIsNone() {
        assertThat(versionOnto("Broken pipe")).isZero();
        assertThat(error.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int versionOnto(String failure) {
        OutputStream device = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(failure);
            }
        };
        return new Program(Terminal.of(device, error), Map.of()).run("--version");
    }
}
