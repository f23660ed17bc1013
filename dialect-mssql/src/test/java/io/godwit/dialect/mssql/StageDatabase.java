package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.operation.Operation;
import io.godwit.tck.harness.JdbcAddress;
import io.godwit.tck.harness.LiveDialect;
import io.godwit.tck.harness.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file on which the contract suite plays where there is no SQL Server, so that its operations happen; each of them is
 * shown to {@link OfflineRendering}, which checks what SQL Server would get.
 */
final class StageDatabase implements TestDatabase {

    private final Path folder;
    private final SQLiteDataSource dataSource = new SQLiteDataSource();
    private final OfflineRendering rendering;

    private StageDatabase(Path folder, OfflineRendering rendering) {
        this.folder = folder;
        this.rendering = rendering;
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("stage.db"));
    }

    static StageDatabase create(OfflineRendering rendering) {
        try {
            return new StageDatabase(Files.createTempDirectory("godwit-stage"), rendering);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Dialect dialect() {
        try (Connection connection = dataSource.getConnection()) {
            return LiveDialect.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public DataSource reader() {
        SQLiteDataSource reader = new SQLiteDataSource();
        reader.setUrl(dataSource.getUrl());
        reader.setReadOnly(true);
        return reader;
    }

    @Override
    public JdbcAddress address() {
        return JdbcAddress.of(dataSource.getUrl());
    }

    @Override
    public TestDatabase another() {
        return create(new OfflineRendering(rendering.dialect()));
    }

    @Override
    public void took(List<Operation> operations) {
        operations.forEach(rendering::apply);
    }

    @Override
    public void answered(String select) {
        rendering.query(select);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
