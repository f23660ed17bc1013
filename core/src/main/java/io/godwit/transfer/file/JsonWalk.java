package io.godwit.transfer.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.schema.Literal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way through a JSON document along a pointer. For one use. */
final class JsonWalk {

    private final JsonParser parser;
    private final List<String> tokens;
    private final JsonRows memory;
    private final RowTaker taker;
    private final RowFaults faults;
    private long rows;
    private long objects;
    private boolean arrived;

    /**
     * Where a value stands.
     *
     * @param list the token of the list that it is in
     * @param place in that list, from 1
     * @param outer the object around the list
     * @param key the member's name, where an object is gone through
     * @param element whether it is an element of a list already
     */
    private record Spot(
            String list,
            long place,
            @Nullable Ancestor outer,
            @Nullable String key,
            boolean element) {

        Spot at(long number) {
            return new Spot(list, number, outer, key, true);
        }
    }

    JsonWalk(JsonParser parser, List<String> tokens, JsonRows memory, RowTaker taker, RowFaults faults) {
        this.parser = parser;
        this.tokens = tokens;
        this.memory = memory;
        this.taker = taker;
        this.faults = faults;
    }

    /** Whether the whole pointer was found at least once, were it an empty list. */
    boolean arrived() {
        return arrived;
    }

    void all() throws IOException, SQLException {
        if (parser.nextToken() == null) {
            throw faults.last(0, 0, "the file is empty; it must be one JSON document");
        }
        value(0, new Spot("", 1, null, null, false));
        if (parser.nextToken() != null) {
            throw faults.last(
                    0,
                    parser.currentTokenLocation().getLineNr(),
                    "the document goes on after its end; a file of one value a line has \"format\": \"jsonl\"");
        }
    }

    private void value(int depth, Spot spot) throws IOException, SQLException {
        JsonToken token = parser.currentToken();
        boolean last = depth == tokens.size();
        arrived |= last;
        if (token == JsonToken.START_ARRAY && !(last && spot.element())) {
            elements(depth, spot, last ? -1 : JsonPath.index(tokens.get(depth)));
        } else if (last) {
            row(spot);
        } else if (token == JsonToken.START_OBJECT && tokens.get(depth).equals(JsonPath.ANY)) {
            for (long place = 1; parser.nextToken() != JsonToken.END_OBJECT; place++) {
                String key = parser.currentName();
                parser.nextToken();
                value(depth + 1, new Spot(spot.list(), place, spot.outer(), key, false));
            }
        } else if (token == JsonToken.START_OBJECT) {
            object(depth, spot);
        }
    }

    /** @param index the only element that is meant, from 0; -1 for all */
    private void elements(int depth, Spot spot, int index) throws IOException, SQLException {
        for (long place = 1; parser.nextToken() != JsonToken.END_ARRAY; place++) {
            if (index < 0) {
                value(depth, spot.at(place));
            } else if (place == index + 1L) {
                value(depth + 1, new Spot(spot.list(), place, spot.outer(), spot.key(), false));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void object(int depth, Spot spot) throws IOException, SQLException {
        long number = ++objects;
        RowObject fields = new RowObject();
        RowObject known = memory.late(number);
        if (known != null) {
            fields.putAll(known);
        }
        RowObject late = new RowObject();
        RowObject current = named(fields, spot);
        Ancestor self = new Ancestor(spot.list(), spot.place(), fields, spot.outer());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals(tokens.get(depth))) {
                value(depth + 1, new Spot(name, 1, self, null, false));
                current = late;
            } else if (token.isScalarValue()) {
                current.put(name, JsonValues.literal(parser));
            } else {
                parser.skipChildren();
            }
        }
        if (!late.names().isEmpty()) {
            memory.remember(number, late, faults);
        }
    }

    private void row(Spot spot) throws IOException, SQLException {
        long line = parser.currentTokenLocation().getLineNr();
        RowObject own = named(JsonValues.row(parser), spot);
        taker.take(new FileRow(++rows, line, own, new Ancestor(spot.list(), spot.place(), own, spot.outer())));
    }

    private static RowObject named(RowObject object, Spot spot) {
        if (spot.key() != null && !object.has(FileRow.KEY)) {
            object.put(FileRow.KEY, Literal.of(spot.key()));
        }
        return object;
    }
}
