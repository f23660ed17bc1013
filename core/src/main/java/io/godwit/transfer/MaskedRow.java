package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.plan.risk.Discretion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A row as a JSON object in which what is sensitive is masked; NULL stays NULL. Immutable.
 *
 * @param json the object
 * @param values the texts that are masked
 */
public record MaskedRow(String json, List<String> values) {

    /** What stands for a value. */
    public static final String MASK = Discretion.MASK;

    public MaskedRow {
        values = List.copyOf(values);
    }

    /**
     * The row with the mask in place of the values of these members.
     *
     * @param row a JSON object
     * @param sensitive names in lower case
     */
    public static MaskedRow of(String row, Set<String> sensitive) {
        List<String> values = new ArrayList<>();
        StringWriter text = new StringWriter();
        try (JsonParser in = RowJson.FACTORY.createParser(row);
                JsonGenerator out = RowJson.FACTORY.createGenerator(text)) {
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                out.writeFieldName(name);
                boolean masked =
                        in.nextToken() != JsonToken.VALUE_NULL && sensitive.contains(name.toLowerCase(Locale.ROOT));
                if (masked) {
                    if (in.currentToken().isScalarValue()) {
                        values.add(in.getText());
                    }
                    in.skipChildren();
                    out.writeString(MASK);
                } else {
                    out.copyCurrentStructure(in);
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MaskedRow(text.toString(), values);
    }
}
