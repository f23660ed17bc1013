package io.godwit.transfer.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one value a line; blank lines are passed over. */
final class JsonLinesRows implements RowFormat {

    @Override
    public void read(Reader text, RowTaker taker, RowFaults faults) throws IOException, SQLException {
        TextLines lines = new TextLines(text);
        long row = 0;
        while (lines.next(faults)) {
            if (!lines.isBlank()) {
                RowObject object = object(lines, ++row, faults);
                if (object != null) {
                    taker.take(new FileRow(row, lines.number(), object, null));
                }
            }
        }
    }

    private static @Nullable RowObject object(TextLines line, long row, RowFaults faults) throws IOException {
        long number = line.number();
        try (JsonParser parser = JsonValues.LINES.createParser(line.characters(), line.start(), line.length())) {
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
}
