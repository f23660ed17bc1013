package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.godwit.Godwit;
import io.godwit.changelog.CachedPackage;
import io.godwit.changelog.LiquibaseSource;
import io.godwit.changelog.PackageCache;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.tck.harness.OneMethodDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageCacheTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    private static final String ONE = "--liquibase formatted sql\n--changeset ann:1\nCREATE TABLE note (id int);\n";

    private static final long SETTLED_MILLIS = 2_500;

    @TempDir
    private Path folder;

    private Path root;
    private PackageCache cache;

    @BeforeEach
    void changelog() throws Exception {
        root = folder.resolve("root");
        cache = PackageCache.directory(folder.resolve("cache"));
        write("db/main.xml", HEAD + "<includeAll path='db/all'/></databaseChangeLog>");
        write("db/all/one.sql", ONE);
        new LiquibaseRun(root, "db/main.xml", url()).update("");
    }

    @Test
    void anUnchangedPackageIsNotMadeAgain() throws Exception {
        CachedPackage first = ask(cache);
        CachedPackage second = ask(cache);
        CachedPackage ofAnother = ask(PackageCache.directory(folder.resolve("cache")));

        assertThat(first.made()).isTrue();
        assertThat(second.made()).isFalse();
        assertThat(ofAnother.made()).isFalse();
        assertThat(first.key()).matches("[0-9a-f]{64}").isEqualTo(second.key()).isEqualTo(ofAnother.key());
        assertThat(second.report()).isEqualTo(first.report()).isEqualTo(ofAnother.report());
        assertThat(second.file()).hasSize(second.report().bytes()).content().contains("CREATE TABLE note");
    }

    @Test
    void whateverChangesItIsSeen() throws Exception {
        List<String> keys = new ArrayList<>(List.of(ask(cache).key()));

        write("db/all/one.sql", ONE.replace("(id", "( id"));
        keys.add(made().key());
        write("db/all/two.sql", "--liquibase formatted sql\n--changeset ann:2\nCREATE TABLE more (id int);\n");
        keys.add(made().key());
        execute("UPDATE databasechangelog SET tag = 'v1'");
        keys.add(made().key());
        execute("UPDATE databasechangelog SET md5sum = NULL");
        CachedPackage noted = made();
        keys.add(noted.key());
        write("db/main.xml", HEAD + "<property name='x' value='y'/><includeAll path='db/all'/></databaseChangeLog>");
        keys.add(made().key());
        write("db/all/sub/three.xml", HEAD + "</databaseChangeLog>");
        keys.add(made().key());
        Files.delete(made("db/all/sub/three.xml").file());
        assertThat(ask(cache).made()).isTrue();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(noted.report().findings()).hasSize(1);
        assertThat(ask(cache).report().findings()).isEqualTo(noted.report().findings());
    }

    /** Once files are so old that only their stamps are looked at. */
    @Test
    void whatIsHiddenBehindTheSameSizeAndTimeIsSeen() throws Exception {
        Path one = root.resolve("db/all/one.sql");
        write("db/all/sub/two.sql", "--liquibase formatted sql\n--changeset ann:2\nCREATE TABLE more (id int);\n");
        assumeTrue(one.getFileSystem().supportedFileAttributeViews().contains("unix"));
        Thread.sleep(SETTLED_MILLIS);
        assertThat(ask(cache).made()).isTrue();
        assertThat(ask(cache).made()).isFalse();

        FileTime before = Files.getLastModifiedTime(one);
        write("db/all/one.sql", ONE.replace("(id int);\n", "(id int) ;"));
        Files.setLastModifiedTime(one, before);
        assertThat(Files.size(one)).isEqualTo(ONE.length());
        made();

        FileTime folder = Files.getLastModifiedTime(root.resolve("db/all/sub"));
        Files.move(root.resolve("db/all/sub/two.sql"), root.resolve("db/all/sub/too.sql"));
        Files.setLastModifiedTime(root.resolve("db/all/sub"), folder);
        made();
        FileTime main = Files.getLastModifiedTime(root.resolve("db/main.xml"));
        write("db/main.xml", HEAD + "<includeAll path=\"db/all\"/></databaseChangeLog>");
        Files.setLastModifiedTime(root.resolve("db/main.xml"), main);
        made();
    }

    @Test
    void fiftyAtOnceGetOneThatWasMadeOnce() throws Exception {
        ExecutorService hosts = Executors.newFixedThreadPool(50);
        try {
            List<Future<CachedPackage>> asked = hosts.invokeAll(Collections.nCopies(50, () -> ask(cache)));
            int made = 0;
            for (Future<CachedPackage> each : asked) {
                made += each.get().made() ? 1 : 0;
                assertThat(each.get().file()).content().contains("CREATE TABLE note");
            }
            assertThat(made).isEqualTo(1);
        } finally {
            hosts.shutdownNow();
        }
    }

    @Test
    void whatIsRefusedIsNotKept() throws Exception {
        write("db/all/one.sql", ONE.replace("note", "other"));

        assertThatThrownBy(() -> ask(cache))
                .isInstanceOf(ChangelogRefusedException.class)
                .hasMessageContaining("was changed after it ran");
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void theCommandLineKeepsPackagesToo() throws IOException {
        Path output = folder.resolve("one.sql");
        Place place = new Place(folder).with("GODWIT_URL", url());
        String[] call = {
            "liquibase",
            "sql",
            "--changelog",
            "db/main.xml",
            "--root",
            root.toString(),
            "--engine",
            "postgresql",
            "--output",
            output.toString(),
            "--cache",
            folder.resolve("cache").toString()
        };

        Answer first = place.run(call);
        String text = Files.readString(output);
        Files.delete(output);
        Answer second = place.run(call);

        assertThat(first.code()).as(first.error()).isZero();
        assertThat(second).isEqualTo(first);
        assertThat(output).hasContent(text);
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept).hasSize(2);
        }
    }

    private CachedPackage made(String... removed) throws IOException {
        for (String each : removed) {
            Files.delete(root.resolve(each));
        }
        CachedPackage found = ask(cache);
        assertThat(found.made()).isTrue();
        assertThat(ask(cache).made()).isFalse();
        return found;
    }

    private CachedPackage ask(PackageCache from) {
        return Godwit.offline("sqlite")
                .packageChangelog(
                        LiquibaseSource.of(root, "db/main.xml"),
                        new OneMethodDataSource(() -> DriverManager.getConnection(url())),
                        from);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("first.db");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
