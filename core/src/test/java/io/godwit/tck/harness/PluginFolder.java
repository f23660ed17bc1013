package io.godwit.tck.harness;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A folder of migrations that a test writes, as a plugin author would. */
public final class PluginFolder implements AutoCloseable {

    private final Path folder;

    private PluginFolder(Path folder) {
        this.folder = folder;
    }

    public static PluginFolder create() {
        try {
            return new PluginFolder(Files.createTempDirectory("godwit-plugins"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a migration of plugin {@code crm}: its steps, and whatever else stands in it. */
    public PluginFolder migration(String id, String version, String up, String... others) {
        return document("crm", id, version, "\"steps\": {\"up\": [" + up + "]}", others);
    }

    /** Writes a migration of any plugin from its parts. */
    public PluginFolder document(String plugin, String id, String version, String steps, String... others) {
        String more = others.length == 0 ? "" : ", " + String.join(", ", others);
        return file(
                id + ".json",
                "{\"format\": \"portable-migration-v1\", \"migration\": {\"id\": \"" + id + "\", \"pluginId\": \""
                        + plugin + "\", \"version\": \"" + version + "\"" + more + ", " + steps + "}}");
    }

    /** Writes a file as it is, in whatever folder. */
    public PluginFolder file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    /** Writes a file in another encoding. */
    public PluginFolder file(String name, String text, Charset encoding) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, encoding);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PluginFolder remove(String id) {
        try {
            Files.delete(folder.resolve(id + ".json"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String id) {
        try {
            return Files.readString(folder.resolve(id + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the files are. */
    public Path path() {
        return folder;
    }

    public PluginSource source() {
        return PluginSource.directory(folder);
    }

    /** Godwit over this folder, to configure further; it takes no backup unless it is told. */
    public GodwitBuilder on(DataSource dataSource) {
        return Godwit.on(dataSource).plugins(source()).actor("tester").takeBackups(false);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
