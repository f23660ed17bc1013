package io.godwit.tck.harness;

import io.godwit.dialect.JsonText;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowReader;
import io.godwit.transfer.TableExport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table, through the SPI's writer and the row format. For one test. */
public final class WrittenRows {

    private final Workbench bench;
    private final TableName table;

    public WrittenRows(Workbench bench, String table) {
        this.bench = bench;
        this.table = TableName.parse(table);
    }

    /** What a contract does between BEGIN and the end of the transaction. */
    public interface Work {
        void with(RowWriter writer) throws SQLException;
    }

    /** Commits, or rolls back if the work fails. */
    public void write(Work work) throws SQLException {
        execute(bench.dialect().transactions().begin());
        try (RowWriter writer = writer()) {
            work.with(writer);
            execute(bench.dialect().transactions().commit());
        } catch (SQLException e) {
            execute(bench.dialect().transactions().rollback());
            throw e;
        }
    }

    private RowWriter writer() throws SQLException {
        return bench.dialect()
                .loader()
                .writer(RowTarget.of(bench.dialect(), bench.connection(), table, export().columns()));
    }

    private TableExport export() throws SQLException {
        Connection connection = bench.connection();
        return new TableExport(
                bench.dialect(),
                connection,
                bench.dialect().introspector().table(connection, table).orElseThrow());
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row that there is, in the order of the key, as {@link #told} tells it. */
    public List<String> read() throws SQLException {
        List<String> rows = new ArrayList<>();
        execute(bench.dialect().transactions().begin());
        try {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            TableExport export = export();
            List<Column> columns = export.columns();
            export.writeTo(lines);
            new RowReader(columns).read(new ByteArrayInputStream(lines.toByteArray()), row -> rows.add(told(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            execute(bench.dialect().transactions().rollback());
        }
        return rows;
    }

    /** One row as a text by which it can be compared: also an empty text and a NULL differ. */
    public static String told(@Nullable Object... values) {
        return Arrays.stream(values).map(WrittenRows::told).collect(Collectors.joining(" | "));
    }

    private static String told(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(bytes);
        }
        return value instanceof JsonText list
                ? "list " + list.json()
                : value instanceof String ? "'" + value + "'" : value + "";
    }
}
