package io.godwit.transfer.file;

import io.godwit.migration.DataContent;
import io.godwit.migration.FileFormat;
import io.godwit.migration.TransformSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, which is read more than once: first for its profile and all that is wrong with it, then for its rows. Rows stream:
 * memory does not grow with the file. For one thread.
 */
public final class RowFile {

    private static final int MOST_FIELDS = 1000;

    private final TransformSource.FromFile source;
    private final RowFormat format;
    private @Nullable FileProfile profile;

    /** A file beside a plugin's documents. */
    public RowFile(TransformSource.FromFile source) {
        this.source = source;
        this.format = switch (source.format()) {
            case JSONL -> new JsonLinesRows();
            case JSON -> new JsonRows(source.select() == null ? "" : source.select());
            case CSV -> new CsvRows(source.csv().separator());
        };
    }

    /**
     * Reads all of it, once.
     *
     * @throws RowFileException with the faults of up to twenty rows, or if it is not the file that the document means
     * @throws IOException if it is not there or cannot be read; the message is shown to authors
     */
    public FileProfile profile() throws IOException {
        FileProfile known = profile;
        if (known == null) {
            known = glance(Long.MAX_VALUE);
            profile = known;
        }
        return known;
    }

    /**
     * Reads its first rows, and all of it where it has fewer.
     *
     * @param most how many rows
     * @return of what was read; without a hash if that was not all
     * @throws RowFileException with the faults of up to twenty of these rows, or if it is not the file that the document means
     * @throws IOException if it is not there or cannot be read; the message is shown to authors
     */
    public FileProfile glance(long most) throws IOException {
        Map<String, FieldTally> fields = new LinkedHashMap<>();
        long[] rows = {0};
        RowFaults faults = new RowFaults(source.path());
        String sha256 = "";
        try {
            sha256 = pass(
                    row -> {
                        rows[0]++;
                        tally(row, fields);
                        if (rows[0] == most) {
                            throw new Enough();
                        }
                    },
                    faults);
        } catch (Enough enough) {
            checkMeant();
        } catch (SQLException e) {
            throw new IllegalStateException("nothing here asks a database", e);
        }
        faults.check();
        if (!sha256.isEmpty()) {
            checkMeant(sha256, faults);
        }
        return new FileProfile(
                rows[0], fields.values().stream().map(FieldTally::profile).toList(), sha256);
    }

    /** Ends the reading of rows. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private void checkMeant() throws IOException {
        if (source.sha256() != null) {
            try (FileText text = new FileText(open(), source.csv().encoding())) {
                checkMeant(text.sha256OfAll(), new RowFaults(source.path()));
            }
        }
    }

    private static void tally(FileRow row, Map<String, FieldTally> fields) {
        for (String name : row.own().names()) {
            if (fields.size() < MOST_FIELDS || fields.containsKey(name)) {
                fields.computeIfAbsent(name, FieldTally::new).add(row.value(name));
            }
        }
    }

    /**
     * Gives every row to the taker, in the order of the file; the first time after {@link #profile}.
     *
     * @param faults takes what the taker has to say of rows; it is checked at the end
     * @throws RowFileException also if the file is no longer the one that was profiled
     */
    public void read(RowTaker taker, RowFaults faults) throws IOException, SQLException {
        String expected = profile().sha256();
        String sha256 = pass(taker, faults);
        faults.check();
        if (!sha256.equals(expected)) {
            throw faults.last(0, 0, "it changed while it was read");
        }
    }

    /** Whether a row stays as it is when the next one is read. */
    public boolean keepsRows() {
        return source.format() != FileFormat.JSON;
    }

    /**
     * Gives every row to the taker without a profile, so that the file is read once.
     *
     * @param faults takes what the taker has to say of rows; it is checked at the end
     * @throws RowFileException also if it is not the file that the document means
     */
    public void readOnce(RowTaker taker, RowFaults faults) throws IOException, SQLException {
        String sha256 = pass(taker, faults);
        faults.check();
        checkMeant(sha256, faults);
    }

    private void checkMeant(String sha256, RowFaults faults) throws RowFileException {
        if (source.sha256() != null && !source.sha256().equals(sha256)) {
            throw faults.last(0, 0, "it is not the file that was meant: its sha256 is " + sha256);
        }
    }

    private String pass(RowTaker taker, RowFaults faults) throws IOException, SQLException {
        long[] last = {0};
        try (FileText text = new FileText(open(), source.csv().encoding())) {
            format.read(
                    text.reader(),
                    row -> {
                        last[0] = row.number();
                        taker.take(row);
                    },
                    faults);
            return text.sha256OfAll();
        } catch (CharacterCodingException malformed) {
            throw faults.last(last[0] + 1, 0, "at or after this row there are bytes that are no text in its encoding");
        } catch (ZipException | EOFException damaged) {
            throw faults.last(last[0] + 1, 0, "at or after this row the gzipped data is damaged or cut off");
        }
    }

    private InputStream open() throws IOException {
        DataContent content = source.content();
        if (content == null) {
            throw new IOException("it is not at hand: read its document from its plugin's folder");
        }
        return content.open();
    }
}
