package io.godwit.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSourceTest {

    private static final String SQL = "SELECT 1;\r\nSELECT 'ä';\n";

    @TempDir
    Path root;

    @Test
    void directoryFindsMigrationsInTheOrderOfTheirPaths() throws IOException {
        write("crm/b.json", migration("b"));
        write("crm/sub/a.json", migration("a"));
        write("top.json", migration("top"));
        write("crm/readme.txt", "no document");
        write(".git/x.json", "hidden");
        write("crm/.x.json", "hidden");
        write("crm/data/people.json", "{\"rows\": []}");
        write("crm/data/list.json", "[1, 2]");
        write("crm/data/real.json", migration("real"));
        write("crm/pack/manifest.json", "{\"format\": \"godwit-package-v1\"}");
        write("out/manifest.json", "{\"format\": \"godwit-rows-v1\"}");

        assertThat(names(PluginSource.directory(root)))
                .containsExactly("crm/b.json", "crm/data/real.json", "crm/sub/a.json", "top.json");
    }

    @Test
    void documentIsParsedOnce() throws IOException {
        write("crm/a.json", migration("a"));
        MigrationDocument document = PluginSource.directory(root).documents().get(0);

        assertThat(document.sha256()).isEqualTo(Sha256.of(migration("a")));
        Files.delete(root.resolve("crm/a.json"));
        Migration read = document.read();

        assertThat(read.id()).isEqualTo("a");
        assertThat(document.read()).isSameAs(read);
    }

    @Test
    void filesComeFromThePluginsOwnFolder() throws IOException {
        write("crm/sub/a.json", withFile("sql/a.sql", Sha256.of(SQL)));
        write("crm/sql/a.sql", SQL);

        Migration migration = PluginSource.directory(root).documents().get(0).read();

        assertThat(file(migration).text()).isEqualTo(SQL);
        Migration kept = MigrationReader.ofHistory().read("history", CanonicalHash.canonicalDocument(migration));
        assertThat(file(kept).text()).isEqualTo(SQL);
    }

    @Test
    void fileOutsideThePluginIsRefused() throws IOException {
        write("crm/a.json", withFile("link.sql", Sha256.of(SQL)));
        write("other/a.sql", SQL);
        Files.createSymbolicLink(root.resolve("crm/link.sql"), root.resolve("other/a.sql"));

        assertThat(problems()).singleElement().asString().contains("leads out of the plugin's folder");
    }

    @Test
    void changedFileIsRefused() throws IOException {
        write("crm/a.json", withFile("a.sql", Sha256.of("other")));
        write("crm/a.sql", SQL);

        assertThat(problems()).singleElement().asString().contains("its sha256 is " + Sha256.of(SQL));
    }

    @Test
    void missingFileIsRefused() throws IOException {
        write("crm/a.json", withFile("a.sql", Sha256.of(SQL)));

        assertThat(problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.pointer()).isEqualTo("/migration/steps/up/0/sql/universal/file"))
                .asString()
                .contains("there is no such file");
    }

    @Test
    void fileMustBeUtf8() throws IOException {
        byte[] latin = {(byte) 0xe4};
        write("crm/a.json", withFile("a.sql", Sha256.of(latin)));
        Files.write(root.resolve("crm/a.sql"), latin);

        assertThat(problems()).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void problemsOfAllDocumentsAreFound() throws IOException {
        write("crm/a.json", migration("a"));
        write("crm/b.json", migration("a"));
        write("crm/c.json", "{");
        write("crm/d.json", migration("bad id"));

        assertThat(problems())
                .extracting(Problem::file, Problem::pointer)
                .containsExactly(
                        tuple("crm/b.json", "/migration/id"),
                        tuple("crm/c.json", ""),
                        tuple("crm/d.json", "/migration/id"));
        assertThat(problems().get(0).message()).contains("'a'").contains("crm/a.json");
        assertThat(problems().get(0).line()).isEqualTo(1);
    }

    @Test
    void missingDirectoryIsSaid() {
        assertThatThrownBy(() -> PluginSource.directory(root.resolve("nowhere")).documents())
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("there is no such folder of plugins")
                .hasMessageContaining("nowhere");
    }

    @Test
    void linkToAFolderAroundItIsSaid() throws IOException {
        write("crm/a.json", migration("a"));
        Files.createSymbolicLink(root.resolve("crm/loop"), root.resolve("crm"));

        assertThatThrownBy(() -> PluginSource.directory(root).documents())
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("link to a folder around it");
    }

    @Test
    void tooLongDocumentIsRefused() throws IOException {
        write("crm/a.json", " ".repeat(JsonDocument.LONGEST_DOCUMENT + 1));

        assertThat(problems()).singleElement().asString().contains("the most is");
    }

    @Test
    void classpathFindsFoldersAndJars() throws IOException {
        write("plugins/crm/a.json", withFile("sql/a.sql", Sha256.of(SQL)));
        write("plugins/crm/sql/a.sql", SQL);
        Path jar = jar(Map.of(
                "plugins/",
                "",
                "plugins/hr/b.json",
                withFile("sql/b.sql", Sha256.of(SQL)).replace("\"f\"", "\"g\""),
                "plugins/hr/sql/b.sql",
                SQL,
                "plugins/hr/data/rows.json",
                "[]",
                "elsewhere/c.json",
                migration("c")));

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {root.toUri().toURL(), jar.toUri().toURL()}, null)) {
            PluginSource source = PluginSource.classpath(loader, "/plugins/");

            assertThat(names(source)).containsExactly("crm/a.json", "hr/b.json");
            assertThat(PluginSource.problems(source)).isEmpty();
            assertThat(file(source.documents().get(1).read()).text()).isEqualTo(SQL);
        }
    }

    @Test
    void missingFolderOfTheClasspathIsSaid() {
        assertThatThrownBy(() -> PluginSource.classpath(getClass().getClassLoader(), "no/such/folder")
                        .documents())
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("classpath:no/such/folder");
    }

    @Test
    void migrationsMadeInJavaAreDocumentsToo() {
        Migration migration = new MigrationReader().read("a", migration("a"));
        MigrationDocument document = PluginSource.of(migration).documents().get(0);

        assertThat(document.read()).isSameAs(migration);
        assertThat(document.name()).isEqualTo("a");
        assertThat(MigrationReader.ofHistory().read("a", document.bytes())).isEqualTo(migration);
    }

    private List<Problem> problems() {
        return PluginSource.problems(PluginSource.directory(root));
    }

    private static List<String> names(PluginSource source) {
        return source.documents().stream().map(MigrationDocument::name).toList();
    }

    private static SqlFile file(Migration migration) {
        EngineSql sql = migration.up().get(0).sql();
        assertThat(sql).isNotNull();
        return (SqlFile) sql.universal().orElseThrow();
    }

    private static String migration(String id) {
        return """
                {"format": "portable-migration-v1", "migration": {"id": "%s", "pluginId": "crm", "version": "1.0.0",
                 "steps": {"up": [{"id": "one", "sql": {"universal": "SELECT 1"}}]}}}
                """.formatted(id);
    }

    private static String withFile(String path, String sha256) {
        return migration("f").replace("\"SELECT 1\"", "{\"file\": \"" + path + "\", \"sha256\": \"" + sha256 + "\"}");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path jar = root.resolve("plugins.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}
