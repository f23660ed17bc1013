package io.godwit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.format.MigrationReader;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps what the README shows to what is compiled and read here. */
final class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path REFERENCE = Path.of("../../docs/format.md");
    private static final Path QUICKSTART = Path.of("src/main/java/io/godwit/examples/quickstart/Quickstart.java");

    @Test
    void theHostsCodeIsTheQuickstarts() throws IOException {
        String source = Files.readString(QUICKSTART);
        String region =
                source.substring(source.indexOf('\n', source.indexOf("// [host]")) + 1, source.indexOf("// [/host]"));

        assertThat(block(README, "java", "Godwit.on"))
                .isEqualTo(region.stripIndent().strip());
    }

    @Test
    void theAuthorsMigrationRuns() throws IOException {
        Migration migration = new MigrationReader().read("README.md", block(README, "json", "portable-migration-v1"));

        assertThat(migration.id()).isEqualTo("crm-0001-contacts");
        assertThat(Godwit.offline("sqlite")
                        .plugins(PluginSource.of(migration))
                        .planUp()
                        .toSql())
                .contains("CREATE TABLE");
    }

    @Test
    void theReferencesMigrationCanBeRead() throws IOException {
        String document = block(REFERENCE, "json", "portable-migration-v1");

        assertThat(new MigrationReader().read("format.md", document).up()).hasSize(1);
    }

    /** The first fenced block of a language that holds certain words. */
    private static String block(Path page, String language, String words) throws IOException {
        for (String part : Files.readString(page).split("```" + language + "\n", -1)) {
            String block = part.substring(0, Math.max(0, part.indexOf("```")));
            if (block.contains(words)) {
                return block.strip();
            }
        }
        throw new AssertionError(page + " shows no " + language + " with " + words);
    }
}
