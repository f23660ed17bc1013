package io.godwit.engine;

import io.godwit.backup.BackupEntry;
import io.godwit.backup.BackupTable;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowSum;
import io.godwit.transfer.TableExport;
import io.godwit.transfer.TableImport;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Puts the rows of a backup into tables that are made already, and reads them back: they must be those of the file. For one use. */
final class RestoredRows {

    private final RestoreRun restore;
    private final Map<BackupTable, TableName> targets;
    private final Map<String, BackupTable> byEntry = new HashMap<>();

    /** @param targets the tables that the rows go into */
    RestoredRows(RestoreRun restore, Map<BackupTable, TableName> targets) {
        this.restore = restore;
        this.targets = targets;
        targets.keySet().forEach(table -> byEntry.put(table.entry().name(), table));
    }

    /** Once through the file. */
    void load() throws SQLException, IOException {
        restore.source().backup().read(entry -> byEntry.containsKey(entry.name()), this::load);
    }

    private void load(BackupEntry entry, InputStream content) throws SQLException, IOException {
        BackupTable table = byEntry.get(entry.name());
        TableName target = targets.get(table);
        RowSum given = new RowSum();
        Session session = restore.session();
        long rows = new TableImport(session.dialect(), session.connection(), target, table.tableColumns())
                .readFrom(new SummedInput(content, given));
        RowSum kept = new RowSum();
        Table made = Table.of(target, table.tableColumns());
        long count = new TableExport(session.dialect(), session.connection(), made).writeTo(kept);
        if (rows != table.rows() || count != rows || !given.text().equals(kept.text())) {
            throw new SQLException("what the database has kept of the rows of " + table.name()
                    + " is not what the backup holds: " + count + " of " + table.rows() + " rows"
                    + (count == table.rows() ? ", and another value in some" : ""));
        }
        restore.within()
                .tell(new ProgressEvent.RestoreProgress(
                        restore.plan().backup(), table.name().toString(), rows));
    }
}
