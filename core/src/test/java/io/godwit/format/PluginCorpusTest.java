package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugins of the examples, as real authors' documents. */
class PluginCorpusTest {

    private static final Path PLUGINS =
            Path.of(Files.isDirectory(Path.of("examples")) ? "examples/plugins" : "../examples/plugins");

    @ParameterizedTest
    @MethodSource("documents")
    void realDocumentsGoRound(Path document) throws IOException {
        Path root = PLUGINS.resolve(PLUGINS.relativize(document).getName(0));
        Migration migration = new MigrationReader(PluginFiles.directory(root))
                .read(document.toString(), Files.readAllBytes(document));

        assertThat(new MigrationReader(PluginFiles.directory(root)).read("again", MigrationWriter.write(migration)))
                .isEqualTo(migration);
        assertThat(MigrationReader.ofHistory().read("history", CanonicalHash.canonicalDocument(migration)))
                .isEqualTo(migration);
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(PLUGINS)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().contains("/data/")
                            && !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
            assertThat(documents).isNotEmpty();
            return documents;
        }
    }
}
