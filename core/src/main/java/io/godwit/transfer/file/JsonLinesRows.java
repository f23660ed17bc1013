package io.godwit.transfer.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one value a line; blank lines are passed over. */
final class JsonLinesRows implements RowFormat {

    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    @Override
    public void read(Reader text, RowTaker taker, RowFaults faults) throws IOException, SQLException {
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        long row = 0;
        long number = 1;
        for (String line = line(reader, faults, 1); line != null; line = line(reader, faults, ++number)) {
            if (!line.isBlank()) {
                RowObject object = object(line, ++row, number, faults);
                if (object != null) {
                    taker.take(new FileRow(row, number, object, null));
                }
            }
        }
    }

    private static @Nullable RowObject object(String line, long row, long number, RowFaults faults) throws IOException {
        try (JsonParser parser = JsonValues.FACTORY.createParser(line)) {
            parser.nextToken();
            RowObject object = JsonValues.row(parser);
            if (parser.nextToken() == null) {
                return object;
            }
            faults.add(row, number, null, "the line goes on after its value; JSON Lines has one value a line");
        } catch (JsonProcessingException fault) {
            faults.add(row, number, null, JsonValues.words(fault));
        }
        return null;
    }

    /** As BufferedReader's, but never longer than memory may take. */
    private static @Nullable String line(BufferedReader reader, RowFaults faults, long number) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            line.append((char) character);
            if (line.length() > LONGEST_LINE) {
                throw faults.last(0, number, "the line is longer than " + LONGEST_LINE + " characters");
            }
            character = reader.read();
        }
        return line.toString();
    }
}
