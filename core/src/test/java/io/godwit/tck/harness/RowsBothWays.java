package io.godwit.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.archive.RowFileFormat;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.ManyRows;
import io.godwit.dialect.RowFields;
import io.godwit.dialect.RowQuery;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowSum;
import io.godwit.transfer.TableExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** The rows of a table as the engine gives them in bytes, held against the same rows read value by value. For one test. */
public final class RowsBothWays {

    private final Workbench bench;
    private final TableName table;
    private int inBytes;
    private int byValue;

    public RowsBothWays(Workbench bench, String table) {
        this.bench = bench;
        this.table = TableName.parse(table);
    }

    /** A text, its digest and its number of rows. */
    private record Written(String text, String digest, long rows) {}

    /** Both ways must give the same text, digest and number of rows, in each format; gives back the lines of JSON. */
    public String same() throws SQLException {
        bench.execute(bench.dialect().transactions().begin());
        try {
            same(RowFileFormat.CSV);
            return same(RowFileFormat.JSON_LINES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            bench.execute(bench.dialect().transactions().rollback());
        }
    }

    /** How many rows were given in bytes, and taken, since the beginning. */
    public int inBytes() {
        return inBytes;
    }

    /** How many had to be read value by value, by who reads bytes. */
    public int byValue() {
        return byValue;
    }

    private String same(RowFileFormat format) throws SQLException, IOException {
        Written quick = written(format, true);
        Written exact = written(format, false);
        assertThat(quick).as("%s in bytes, and value by value", format).isEqualTo(exact);
        return quick.text();
    }

    private Written written(RowFileFormat format, boolean quick) throws SQLException, IOException {
        Connection connection = bench.connection();
        Table live = bench.dialect().introspector().table(connection, table).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSum digest = new RowSum();
        long rows = new TableExport(dialect(quick), connection, live, "", Set.of()).writeTo(out, digest, format);
        return new Written(out.toString(StandardCharsets.UTF_8), digest.text(), rows);
    }

    /** The engine's, which counts, or has no way to read bytes. */
    private Dialect dialect(boolean quick) {
        Dialect real = bench.dialect();
        ManyRows rows = new Counted(real.manyRows(), quick);
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("manyRows") ? rows : method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class Counted implements ManyRows {

        private final ManyRows real;
        private final boolean quick;

        Counted(ManyRows real, boolean quick) {
            this.real = real;
            this.quick = quick;
        }

        @Override
        public void read(Connection connection, String query, Reader reader) throws SQLException {
            real.read(connection, query, reader);
        }

        @Override
        public boolean readFields(Connection connection, RowQuery query, FieldTaker taker) throws SQLException {
            return quick
                    && real.readFields(connection, query, new FieldTaker() {
                        @Override
                        public boolean fields(RowFields fields) throws SQLException {
                            boolean taken = taker.fields(fields);
                            inBytes += taken ? 1 : 0;
                            return taken;
                        }

                        @Override
                        public void row(ResultSet row) throws SQLException {
                            byValue++;
                            taker.row(row);
                        }
                    });
        }
    }

    /** Runs SQL of the engine's own. */
    public RowsBothWays given(String sql) throws SQLException {
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute(sql);
        }
        return this;
    }
}
