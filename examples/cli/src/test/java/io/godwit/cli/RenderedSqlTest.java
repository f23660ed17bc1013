package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.PackagedFile;
import io.godwit.archive.PluginPackage;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderedSqlTest {

    @TempDir
    private Path folder;

    private Place place;
    private String file;

    @BeforeEach
    void place() throws IOException {
        place = new Place(Files.createDirectory(folder.resolve("here")));
        file = folder.resolve("crm.zip").toString();
    }

    private PluginPackage packed(String... engines) {
        Answer answer = place.run("pack", "--plugin", "crm", "--sql", String.join(",", engines), "--output", file);
        assertThat(answer.code()).as(answer.error()).isZero();
        return new PackageReader().read(Path.of(file));
    }

    private static List<String> rendered(PluginPackage found) {
        return found.manifest().files().stream()
                .map(PackagedFile::path)
                .filter(path -> path.startsWith("sql/"))
                .toList();
    }

    @Test
    void sqlOfEnginesLiesInThePackageToBeRead() throws IOException, SQLException {
        PluginPackage found = packed("postgresql:17", "mysql");
        assertThat(rendered(found))
                .hasSize(4)
                .contains("sql/rendered/postgresql-17.down.sql", "sql/rendered/postgresql-17.up.sql");
        String up = new String(found.open("sql/rendered/postgresql-17.up.sql").readAllBytes(), StandardCharsets.UTF_8);
        String down =
                new String(found.open("sql/rendered/postgresql-17.down.sql").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(up).contains("CREATE TABLE");
        assertThat(down).contains("DROP TABLE");

        assertThat(place.run("inspect", file).out()).contains("rendered SQL, to be read: mysql-", "postgresql-17");
        Answer verified = place.run("verify", file);
        assertThat(verified.code()).as(verified.error()).isZero();
        assertThat(verified.error()).doesNotContain("note");
        byte[] first = Files.readAllBytes(Path.of(file));
        packed("mysql", "postgresql:17");
        assertThat(Files.readAllBytes(Path.of(file))).as("the same bytes").isEqualTo(first);

        assertThat(place.run("install", file).code()).isZero();
        assertThat(place.count("contacts")).isOne();
        assertThat(place.run("pack", "--plugin", "crm", "--sql", "nonesuch", "--output", file)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void sqlThatTheDocumentsDoNotMakeIsRefused() throws IOException {
        PackageWriter writer = PackageWriter.of("crm", PluginSource.directory(place.plugins()));
        Map<String, byte[]> other = Map.of("sql/rendered/mysql-9.up.sql", new byte[] {'x'});
        writer.tool(new VersionText().getVersion()[0]).with(other).writeTo(Path.of(file), ArchiveFormat.ZIP);
        Answer refused = place.run("verify", file);
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.error()).contains("sql/rendered/mysql-9.up.sql", "make other SQL");

        writer.tool("godwit 0.1").with(other).writeTo(Path.of(file), ArchiveFormat.ZIP);
        Answer doubted = place.run("verify", file);
        assertThat(doubted.code()).isZero();
        assertThat(doubted.error()).contains("make other SQL", "made by godwit 0.1");

        writer.tool("godwit 0.1")
                .with(Map.of("sql/rendered/nonesuch-9.up.sql", new byte[0]))
                .writeTo(Path.of(file), ArchiveFormat.ZIP);
        assertThat(place.run("verify", file).error()).contains("cannot be rendered here");
    }
}
