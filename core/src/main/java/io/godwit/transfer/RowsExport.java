package io.godwit.transfer;

import io.godwit.archive.PackagedColumn;
import io.godwit.archive.PackagedFile;
import io.godwit.archive.PackagedTable;
import io.godwit.archive.RowFileFormat;
import io.godwit.archive.RowsDraft;
import io.godwit.dialect.Dialect;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Writes the rows of tables into files, in constant memory. For the thread that owns the connection, inside one moment of the database. */
public final class RowsExport {

    private static final int LONGEST_NAME = 80;

    private final Dialect dialect;
    private final RowsDraft draft;
    private final String folder;
    private final RowFileFormat format;
    private final List<PackagedTable> tables = new ArrayList<>();
    private final List<PackagedFile> files = new ArrayList<>();
    private List<Connection> connections;
    private BooleanSupplier cancelled = () -> false;

    /**
     * An export that has written nothing.
     *
     * @param folder where below {@code data/} its files are; empty for there, else with a slash at its end
     * @param format of all of its files
     */
    public RowsExport(Dialect dialect, Connection connection, RowsDraft draft, String folder, RowFileFormat format) {
        this.format = format;
        this.folder = folder;
        this.dialect = dialect;
        this.connections = List.of(connection);
        this.draft = draft;
    }

    /**
     * Large tables are read by several connections from now on.
     *
     * @param readers that see one moment; the first one reads all other tables
     * @param stopped asked again and again while they read
     */
    public void readBy(List<Connection> readers, BooleanSupplier stopped) {
        connections = List.copyOf(readers);
        cancelled = stopped;
    }

    /**
     * A table that is asked for.
     *
     * @param name as documents write it
     * @param table as it is in the database
     * @param condition which rows, in the engine's SQL; empty for all
     * @param leftOut columns that stay where they are
     */
    public record Selected(TableName name, Table table, String condition, Set<Name> leftOut) {

        public Selected {
            leftOut = Set.copyOf(leftOut);
        }

        /** Whether several connections would read it more quickly than this one. */
        public boolean isWorthSeveral(Dialect dialect, Connection connection) throws SQLException {
            return RangedExport.isWorthwhile(dialect, connection, this);
        }
    }

    /** Writes the rows of one. */
    public PackagedTable write(Selected selected) throws IOException, SQLException {
        TableExport export = new TableExport(
                dialect, connections.get(0), selected.table(), selected.condition(), selected.leftOut());
        RangedExport ranged = RangedExport.of(dialect, connections, selected, format);
        RowSum digest = new RowSum();
        long[] rows = {0};
        PackagedFile file = draft.<SQLException>add(
                fileName(selected.name()),
                out -> rows[0] =
                        ranged == null ? export.writeTo(out, digest, format) : ranged.writeTo(out, digest, cancelled));
        PackagedTable written = new PackagedTable(
                selected.name(),
                file.path(),
                rows[0],
                digest.text(),
                export.columns().stream().map(RowsExport::column).toList(),
                selected.leftOut().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Name::text)
                        .toList());
        tables.add(written);
        files.add(file);
        return written;
    }

    private static PackagedColumn column(Column column) {
        return new PackagedColumn(column.name().text(), column.type().toString());
    }

    /** Numbered, so that names that a file system holds equal stay apart. */
    private String fileName(TableName table) {
        String readable = table.folded().text().replaceAll("[^A-Za-z0-9_-]", "_");
        return String.format(
                Locale.ROOT,
                "%s%03d-%s%s",
                folder,
                tables.size() + 1,
                readable.substring(0, Math.min(LONGEST_NAME, readable.length())),
                format.ending());
    }

    /** What is written so far. */
    public List<PackagedTable> tables() {
        return List.copyOf(tables);
    }

    /** The files of {@link #tables}. */
    public List<PackagedFile> files() {
        return List.copyOf(files);
    }
}
