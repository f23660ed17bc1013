package io.godwit.backup;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.TableDefinition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.TableExport;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes tables into a backup. For the thread that owns the connection, inside a transaction that shows one moment. */
public final class TableBackups {

    private static final int LONGEST_NAME = 80;

    private final Dialect dialect;
    private final Connection connection;
    private final Progress progress;

    public TableBackups(Dialect dialect, Connection connection, Progress progress) {
        this.dialect = dialect;
        this.connection = connection;
        this.progress = progress;
    }

    /** Is told now and then how many rows of a table are written. */
    public interface Progress {
        void written(TableName table, long rows);
    }

    /**
     * Writes all rows of each, and how it is made.
     *
     * @param tables as they are in the database
     */
    public List<BackupTable> write(BackupWriter file, List<Table> tables) throws IOException, SQLException {
        List<BackupTable> written = new ArrayList<>();
        for (Table table : tables) {
            written.add(write(file, table, written.size() + 1));
        }
        return written;
    }

    private BackupTable write(BackupWriter file, Table table, int number) throws IOException, SQLException {
        TableExport export = new TableExport(dialect, connection, table);
        long[] rows = {0};
        BackupEntry entry = file.<SQLException>add(
                entryName("data", table, number, "jsonl"),
                content ->
                        rows[0] = export.writeTo(new RowCount(content, done -> progress.written(table.name(), done))));
        List<BackupTable.BackupColumn> columns = export.columns().stream()
                .map(column -> new BackupTable.BackupColumn(
                        column.name().text(), column.type().toString()))
                .toList();
        TableDefinition definition = dialect.definitions().of(connection, table);
        BackupEntry told = file.<SQLException>add(
                entryName("definitions", table, number, "json"), out -> DefinitionJson.write(definition, out));
        return new BackupTable(table.name(), entry, rows[0], columns, told);
    }

    /** Numbered, so that names that a file system holds equal stay apart. */
    private static String entryName(String folder, Table table, int number, String ending) {
        String readable = table.name().folded().text().replaceAll("[^A-Za-z0-9_-]", "_");
        return String.format(
                Locale.ROOT,
                "%s/%03d-%s.%s",
                folder,
                number,
                readable.substring(0, Math.min(LONGEST_NAME, readable.length())),
                ending);
    }
}
