package io.godwit;

import io.godwit.archive.PackageReader;
import io.godwit.archive.RowsDraft;
import io.godwit.archive.RowsFile;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsExporter;
import io.godwit.engine.RowsImporter;
import io.godwit.engine.RowsReport;
import io.godwit.failure.TransferFailedException;
import io.godwit.migration.OnConflict;
import java.io.IOException;
import java.nio.file.Path;

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
