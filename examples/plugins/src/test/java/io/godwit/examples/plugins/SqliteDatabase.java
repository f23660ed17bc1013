package io.godwit.examples.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A file that goes when the test is over. */
final class SqliteDatabase implements PluginDatabase {

    private final Path folder;
    private final SQLiteDataSource dataSource = new SQLiteDataSource();

    SqliteDatabase() {
        try {
            folder = Files.createTempDirectory("godwit-plugins");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("plugins.db"));
        dataSource.setEnforceForeignKeys(true);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    /** SQLite has no schemas: Godwit folds them into the name. */
    @Override
    public String local(String sql) {
        return sql.replace("orchestrator.", "orchestrator_").replace("validation.", "validation_");
    }

    @Override
    public void close() {
        for (String suffix : new String[] {"-wal", "-shm", "-journal", "-godwit", ""}) {
            delete(folder.resolve("plugins.db" + suffix));
        }
        delete(folder);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
