package io.godwit;

import io.godwit.archive.PackageReader;
import io.godwit.archive.RowsDraft;
import io.godwit.archive.RowsFile;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsExporter;
import io.godwit.engine.RowsImporter;
import io.godwit.engine.RowsReport;
import io.godwit.failure.TransferFailedException;
import io.godwit.format.PluginFilters;
import io.godwit.migration.OnConflict;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Rows that leave the database in files, and come into it from files, whatever engine they are from: each value as it was. Thread-safe.
 */
public final class Rows {

    private static final System.Logger LOG = System.getLogger(Rows.class.getName());

    private final RowMoves moves;
    private final PackageReader reader;

    Rows(RowMoves moves, PackageReader reader) {
        this.moves = moves;
        this.reader = reader;
    }

    /**
     * Writes rows, all of one moment, without what is sensitive unless it is asked for by name.
     *
     * @param output a file that ends with {@code .zip}, {@code .tar.gz} or, encrypted, {@code .tar.gz.age}, which replaces one that is there; else a new folder
     * @throws io.godwit.failure.PlanRefusedException if something asked for is not there
     * @throws TransferFailedException if it failed; no file is left
     */
    public RowsReport export(RowExport asked, Path output) {
        RowsDraft draft = RowsExporter.draft(output, asked.recipients());
        try {
            return moves.out().export(asked, draft);
        } finally {
            close(draft);
        }
    }

    /**
     * Only the rows that filters of the host's plugins choose, and all that these refer to: of the tables that the filters name, unless
     * tables are asked for.
     *
     * @param asked of one plugin, or of any
     * @param filters by the names that plugins declare; where several name one table, all of them hold
     * @param values of the filters' parameters, by name
     * @throws io.godwit.failure.PlanRefusedException with all that is wrong with the names and values
     * @throws io.godwit.failure.InvalidMigrationException if the file that declares filters is not what it should be
     */
    public RowExport filtered(RowExport asked, List<String> filters, Map<String, List<String>> values) {
        Map<TableName, String> conditions =
                PluginFilters.of(moves.planning().documents(), asked.pluginId()).conditions(filters, values);
        RowExport wanted = asked;
        if (asked.tables().isEmpty()) {
            wanted = wanted.tables(
                    conditions.keySet().stream().map(TableName::toString).toList());
        }
        for (Map.Entry<TableName, String> condition : conditions.entrySet()) {
            wanted = wanted.where(condition.getKey().toString(), condition.getValue());
        }
        return wanted.completed();
    }

    static void close(RowsDraft draft) {
        try {
            draft.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "files of an export could not be taken away", e);
        }
    }

    /**
     * Reads all of an export, and changes nothing.
     *
     * @throws io.godwit.failure.PackageRejectedException if it is refused, with the reason
     */
    public RowsFile read(Path file) {
        return RowsFile.read(file, reader);
    }

    /**
     * Brings the rows of an export into tables that are there: all of them in one transaction, or none. The file is read through before.
     *
     * @param onConflict what becomes of rows whose primary key is there already
     * @throws io.godwit.failure.PackageRejectedException if the file is refused, with the reason
     * @throws io.godwit.failure.PlanRefusedException if a table or column is not there, by name
     * @throws TransferFailedException if the database does not take a row
     */
    public RowsReport importFrom(Path file, OnConflict onConflict) {
        RowsFile rows = read(file);
        return moves.in()
                .importFrom(rows, new RowsImporter.Origin(rows.manifest().pluginId(), ""), onConflict);
    }
}
