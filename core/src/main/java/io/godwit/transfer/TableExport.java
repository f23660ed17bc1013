package io.godwit.transfer;

import io.godwit.archive.RowFileFormat;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.ManyRows;
import io.godwit.dialect.RowQuery;
import io.godwit.schema.ArrayType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes the rows of a table as JSON Lines: one object a row, in the order of the primary key where there is one, without what the
 * engine computes. Rows stream: memory does not grow with the table. For the thread that owns the connection, inside a transaction.
 */
public final class TableExport {

    private static final long NOT_READ = -1;

    private final Dialect dialect;
    private final Connection connection;
    private final Table table;
    private final String condition;
    private final Set<Name> leftOut;

    /**
     * An export of one table as it is now.
     *
     * @param table as it is in the database
     */
    public TableExport(Dialect dialect, Connection connection, Table table) {
        this(dialect, connection, table, "", Set.of());
    }

    /**
     * An export of some rows of a table.
     *
     * @param table as it is in the database
     * @param condition which rows, in the engine's SQL; empty for all
     * @param leftOut columns that are not written
     */
    public TableExport(Dialect dialect, Connection connection, Table table, String condition, Set<Name> leftOut) {
        this.leftOut = Set.copyOf(leftOut);
        this.condition = condition;
        this.dialect = dialect;
        this.connection = connection;
        this.table = table;
    }

    /** The columns that are written, in the order of the table. */
    public List<Column> columns() {
        return table.columns().stream()
                .filter(column -> column.generated() == null && !leftOut.contains(column.name()))
                .toList();
    }

    /**
     * Writes all rows as UTF-8, and leaves the stream open.
     *
     * @return how many there were
     */
    public long writeTo(OutputStream out) throws IOException, SQLException {
        FieldLines quick = FieldLines.of(out, columns(), dialect.loader(), RowFileFormat.JSON_LINES);
        if (quick != null && isReadBy(quick)) {
            return quick.rows();
        }
        RowLines lines = new RowLines(out, columns(), type -> ValueEncoding.of(type, dialect.loader()));
        return read(lines::write, lines);
    }

    /** Where the engine and its driver give rows as bytes. */
    private boolean isReadBy(FieldLines lines) throws IOException, SQLException {
        try {
            boolean read = dialect.manyRows().readFields(connection, query(), lines);
            if (read) {
                lines.end();
            }
            return read;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * As {@link #writeTo(OutputStream)}, with a digest.
     *
     * @param digest takes the rows: of JSON Lines the same for the same rows of every engine, for documents of JSON are in one spelling; of
     *     CSV as they are written
     */
    public long writeTo(OutputStream out, RowSum digest, RowFileFormat format) throws IOException, SQLException {
        writeHeader(out, format);
        return write(out, digest, format, true);
    }

    /** Writes what stands before all rows. */
    void writeHeader(OutputStream out, RowFileFormat format) throws IOException {
        if (format != RowFileFormat.JSON_LINES) {
            csv(out, new RowSum(), format).header();
        }
    }

    /** Writes rows without what stands before all of them, on the caller's thread alone. */
    long writePiece(OutputStream out, RowSum digest, RowFileFormat format) throws IOException, SQLException {
        return write(out, digest, format, false);
    }

    private long write(OutputStream out, RowSum digest, RowFileFormat format, boolean behind)
            throws IOException, SQLException {
        if (format == RowFileFormat.JSON_LINES) {
            boolean respelled = columns().stream().anyMatch(column -> isSpelledByTheEngine(column.type()));
            return respelled
                    ? writeRespelled(out, digest)
                    : through(new TeedOutput(out, digest), behind, this::writeTo);
        }
        if (format.isExact() && FieldLines.take(columns())) {
            long rows = through(new TeedOutput(out, digest.records()), behind, this::writeCells);
            if (rows != NOT_READ) {
                return rows;
            }
        }
        CsvLines lines = csv(out, digest, format);
        return read(lines::write, lines);
    }

    /** Where rows go. */
    private interface Writing {
        long to(OutputStream out) throws IOException, SQLException;
    }

    private static long through(OutputStream out, boolean behind, Writing writing) throws IOException, SQLException {
        if (!behind) {
            return writing.to(out);
        }
        try (OutputBehind later = new OutputBehind(out)) {
            return writing.to(later);
        }
    }

    private long writeCells(OutputStream out) throws IOException, SQLException {
        FieldLines quick = FieldLines.of(out, columns(), dialect.loader(), RowFileFormat.CSV);
        return quick != null && isReadBy(quick) ? quick.rows() : NOT_READ;
    }

    private CsvLines csv(OutputStream out, RowSum digest, RowFileFormat format) throws IOException {
        return new CsvLines(
                out, digest, columns(), type -> ValueEncoding.of(type, dialect.loader()), !format.isExact());
    }

    private long writeRespelled(OutputStream out, RowSum digest) throws IOException, SQLException {
        RowLines lines = new RowLines(out, columns(), type -> ValueEncoding.of(type, dialect.loader()));
        ValueEncodings canonical = ValueEncodings.canonical();
        RowLines summed = new RowLines(digest, columns(), type -> type.accept(canonical));
        long rows = read(
                row -> {
                    lines.write(row);
                    summed.write(row);
                },
                lines);
        summed.close();
        return rows;
    }

    /**
     * Sums up all rows without writing them anywhere; with the columns' own names, to what manifests say of JSON Lines.
     *
     * @param names what the columns are called in the sum, as many as there are {@link #columns}
     * @return how many rows there were
     */
    public long sum(RowSum digest, List<Name> names) throws IOException, SQLException {
        List<Column> own = columns();
        List<Column> called = IntStream.range(0, own.size())
                .mapToObj(at -> own.get(at).withName(names.get(at)))
                .toList();
        ValueEncodings canonical = ValueEncodings.canonical();
        boolean respelled = own.stream().anyMatch(column -> isSpelledByTheEngine(column.type()));
        RowLines lines = new RowLines(
                digest, called, type -> respelled ? type.accept(canonical) : ValueEncoding.of(type, dialect.loader()));
        return read(lines::write, lines);
    }

    private static boolean isSpelledByTheEngine(ColumnType type) {
        return type == SimpleType.JSON || type instanceof ArrayType;
    }

    private long read(ManyRows.Reader reader, RowText lines) throws IOException, SQLException {
        try (lines) {
            dialect.manyRows().read(connection, query().text(), reader);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return lines.rows();
    }

    private RowQuery query() {
        List<Column> columns = columns();
        List<String> names = names(columns.stream().map(Column::name).toList());
        List<String> values = IntStream.range(0, columns.size())
                .mapToObj(at -> dialect.loader().exact(columns.get(at), names.get(at)))
                .toList();
        PrimaryKey key = table.primaryKey();
        String order = key == null ? "" : " ORDER BY " + String.join(", ", names(key.columns()));
        String from = " FROM " + dialect.syntax().table(table.name());
        return new RowQuery(columns, names, values, from + (condition.isEmpty() ? "" : " WHERE " + condition) + order);
    }

    private List<String> names(List<Name> columns) {
        return columns.stream().map(dialect.syntax()::name).toList();
    }
}
