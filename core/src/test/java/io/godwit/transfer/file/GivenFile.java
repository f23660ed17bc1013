package io.godwit.transfer.file;

import io.godwit.migration.CsvText;
import io.godwit.migration.FileFormat;
import io.godwit.migration.TransformSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file in memory. */
final class GivenFile {

    private final byte[] bytes;
    private final FileFormat format;
    private final @Nullable String select;
    private final CsvText csv;

    GivenFile(byte[] bytes, FileFormat format, @Nullable String select, @Nullable Charset encoding) {
        this(bytes, format, select, new CsvText(encoding, null));
    }

    private GivenFile(byte[] bytes, FileFormat format, @Nullable String select, CsvText csv) {
        this.bytes = bytes;
        this.format = format;
        this.select = select;
        this.csv = csv;
    }

    GivenFile delimited(char delimiter) {
        return new GivenFile(bytes, format, select, new CsvText(csv.encoding(), delimiter));
    }

    byte[] bytes() {
        return bytes;
    }

    static GivenFile of(FileFormat format, String text) {
        return new GivenFile(text.getBytes(StandardCharsets.UTF_8), format, null, CsvText.STANDARD);
    }

    static GivenFile json(String select, String text) {
        return new GivenFile(
                text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), FileFormat.JSON, select, CsvText.STANDARD);
    }

    RowFile file() {
        return file(null);
    }

    RowFile file(@Nullable String sha256) {
        return new RowFile(new TransformSource.FromFile(
                "data/people",
                format,
                select,
                csv,
                sha256,
                () -> Channels.newInputStream(Channels.newChannel(new ByteArrayInputStream(bytes)))));
    }

    /** The values of each row, with a bar between them. */
    List<String> rows(String... sources) throws IOException {
        List<String> rows = new ArrayList<>();
        try {
            RowFile file = file();
            file.profile();
            file.read(
                    row -> rows.add(String.join(
                            "|",
                            Arrays.stream(sources)
                                    .map(source -> row.value(source).text())
                                    .toList())),
                    new RowFaults("data/people"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    GivenFile gzipped() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GivenFile(packed.toByteArray(), format, select, csv);
    }
}
