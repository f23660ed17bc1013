package io.godwit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputBehindTest {

    @Test
    void everyByteArrivesInItsOrder() throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (OutputBehind behind = new OutputBehind(written)) {
            for (int piece = 0; piece < 200; piece++) {
                byte[] bytes = new byte[random.nextInt(piece % 10 == 0 ? 200_000 : 300)];
                random.nextBytes(bytes);
                behind.write(bytes, 0, bytes.length);
                behind.write(piece);
                expected.write(bytes);
                expected.write(piece);
            }
        }
        assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
    }

    private static final class Full extends OutputStream {
        private long taken;

        @Override
        public void write(int value) throws IOException {
            if (++taken > 100_000) {
                throw new IOException("no space left");
            }
        }
    }

    @Test
    void whatCouldNotBeWrittenIsToldOnceThoughMoreIsWritten() {
        byte[] piece = new byte[1000];
        assertThatThrownBy(() -> {
                    try (OutputBehind behind = new OutputBehind(new Full())) {
                        for (int count = 0; count < 10_000; count++) {
                            behind.write(piece, 0, piece.length);
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("no space left")
                .hasNoSuppressedExceptions();
    }

    @Test
    void whatCouldNotBeWrittenIsToldAtTheEndAtTheLatest() throws IOException {
        OutputBehind behind = new OutputBehind(new Full());
        behind.write(new byte[100_001], 0, 100_001);
        assertThatThrownBy(behind::close).hasMessage("no space left");
        behind.close();
    }
}
