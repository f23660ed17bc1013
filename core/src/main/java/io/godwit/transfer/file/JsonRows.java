package io.godwit.transfer.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one JSON document, of which no more is in memory than a row and what is around it. An object's scalars that stand after
 * the list in it are remembered by the first reading, for the rows of the next. For one thread.
 */
final class JsonRows implements RowFormat {

    private static final long MOST_REMEMBERED = 2_000_000;

    private final List<String> tokens;
    private final Map<Long, RowObject> late = new HashMap<>();
    private long remembered;

    /** @param pointer to the rows; empty for the whole document */
    JsonRows(String pointer) {
        this.tokens = JsonPath.tokens(pointer);
    }

    @Override
    public void read(Reader text, RowTaker taker, RowFaults faults) throws IOException, SQLException {
        try (JsonParser parser = JsonValues.FACTORY.createParser(text)) {
            JsonWalk walk = new JsonWalk(parser, tokens, this, taker, faults);
            try {
                walk.all();
            } catch (JsonProcessingException fault) {
                throw faults.last(0, line(fault), JsonValues.words(fault));
            }
            if (!walk.arrived()) {
                throw faults.last(0, 0, "the pointer /" + String.join("/", tokens) + " leads nowhere in it");
            }
        }
    }

    private static long line(JsonProcessingException fault) {
        return fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
    }

    /** What a reading before found after the list; null for nothing. */
    @Nullable
    RowObject late(long object) {
        return late.get(object);
    }

    void remember(long object, RowObject fields, RowFaults faults) throws RowFileException {
        if (late.putIfAbsent(object, fields) == null) {
            remembered += 1 + fields.names().size();
        }
        if (remembered > MOST_REMEMBERED) {
            throw faults.last(
                    0, 0, "too many objects have fields after the list in them; write the fields before the list");
        }
    }
}
