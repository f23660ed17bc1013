package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.TableDefinition;
import io.godwit.schema.Column;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.TableExport;
import io.godwit.transfer.TableImport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables as they were at one moment: their definitions and rows, through the SPI and the row format alone. */
public final class ExactTables {

    private final Dialect dialect;
    private final Connection connection;
    private final List<Copy> copies = new ArrayList<>();

    private record Copy(TableName name, List<Column> columns, TableDefinition definition, String rows) {}

    private ExactTables(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** The tables as they are now. */
    public static ExactTables of(Dialect dialect, Connection connection, String... names) {
        ExactTables tables = new ExactTables(dialect, connection);
        tables.work(() -> {
            tables.execute(dialect.transactions().begin());
            for (String name : names) {
                tables.copies.add(tables.copy(TableName.parse(name)));
            }
            tables.execute(dialect.transactions().commit());
        });
        return tables;
    }

    private Copy copy(TableName name) throws SQLException, IOException {
        Table table = dialect.introspector()
                .table(connection, name)
                .orElseThrow(() -> new AssertionError("there is no table " + name));
        TableExport export = new TableExport(dialect, connection, table);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        export.writeTo(rows);
        return new Copy(
                name,
                export.columns(),
                dialect.definitions().of(connection, table),
                rows.toString(StandardCharsets.UTF_8));
    }

    /** Makes the tables again, which must be gone. */
    public void restore() {
        work(() -> {
            run(dialect.definitions().open());
            for (Copy copy : copies) {
                run(copy.definition().needs());
                run(copy.definition().create());
                new TableImport(dialect, connection, copy.name(), copy.columns())
                        .readFrom(new ByteArrayInputStream(copy.rows().getBytes(StandardCharsets.UTF_8)));
                run(copy.definition().finish());
            }
            for (Copy copy : copies) {
                run(copy.definition().links());
            }
            run(dialect.definitions().close());
        });
    }

    /** Definitions and rows. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Copy copy : copies) {
            lines.add(copy.definition().toString());
            copy.rows().lines().forEach(lines::add);
        }
        return lines;
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private void work(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> statements) throws SQLException {
        for (String statement : statements) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }
}
