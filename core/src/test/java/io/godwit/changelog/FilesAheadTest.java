package io.godwit.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FilesAheadTest {

    /** Three times what waits at most. */
    private static final int LARGE = 3 << 20;

    @TempDir
    private Path root;

    @Test
    void filesComeInTheirOrderWhateverTheirSize() throws Exception {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            byte[] content = new byte[number % 100 == 7 ? LARGE : number * 40];
            Arrays.fill(content, (byte) number);
            names.add("f" + number);
            Files.write(root.resolve("f" + number), content);
        }
        Collections.reverse(names);

        try (FilesAhead ahead = ahead(names)) {
            for (String name : names) {
                assertThat(ahead.next()).isEqualTo(Files.readAllBytes(root.resolve(name)));
            }
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatCannotBeReadIsToldInItsTurn() throws Exception {
        Files.writeString(root.resolve("a"), "1");
        Files.createSymbolicLink(root.resolve("b"), Path.of("/etc/hostname"));

        for (String wrong : List.of("b", "absent", "../x")) {
            try (FilesAhead ahead = ahead(List.of("a", wrong, "a"))) {
                assertThat(ahead.next()).asString().isEqualTo("1");
                assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessageContaining(wrong);
                assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessageContaining(wrong);
            }
        }
    }

    @Test
    void itEndsWhereverItIsClosed() throws Exception {
        Files.write(root.resolve("large"), new byte[LARGE]);
        ConfinedFiles files = new ConfinedFiles(root, FileLimits.STANDARD);
        for (int taken = 0; taken < 4; taken++) {
            try (FilesAhead ahead = new FilesAhead(files, Collections.nCopies(9, "large"))) {
                for (int each = 0; each < taken; each++) {
                    assertThat(ahead.next()).hasSize(LARGE);
                }
            }
        }
        assertThat(files.read(files.file("large", files.root()))).hasSize(LARGE);
    }

    private FilesAhead ahead(List<String> names) throws IOException {
        return new FilesAhead(new ConfinedFiles(root, FileLimits.STANDARD), names);
    }
}
