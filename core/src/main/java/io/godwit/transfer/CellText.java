package io.godwit.transfer;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes one value after the other as JSON, and gives each as the text of a cell: what is a text in JSON as it is, numbers and booleans as JSON
 * has them, bytes in Base64, a list as its JSON, NULL as null. For one thread.
 */
final class CellText extends JsonGeneratorDelegate {

    private final StringWriter nested;
    private @Nullable String cell;
    private boolean taken = true;
    private int depth;

    CellText() throws IOException {
        this(new StringWriter());
    }

    private CellText(StringWriter nested) throws IOException {
        super(generator(nested), false);
        this.nested = nested;
    }

    /** Nothing stands between two lists. */
    private static JsonGenerator generator(StringWriter nested) throws IOException {
        return RowJson.FACTORY.createGenerator(nested).setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /**
     * The value that was written since the last call.
     *
     * @throws IOException if it was none that fits in a cell
     */
    @Nullable
    String take() throws IOException {
        if (taken || depth > 0) {
            throw new IOException("a value was not written");
        }
        taken = true;
        return cell;
    }

    private boolean isCell(@Nullable String text) {
        if (depth > 0) {
            return false;
        }
        cell = text;
        taken = false;
        return true;
    }

    @Override
    public void writeString(@Nullable String text) throws IOException {
        if (!isCell(text)) {
            super.writeString(text);
        }
    }

    @Override
    public void writeNumber(String number) throws IOException {
        if (!isCell(number)) {
            super.writeNumber(number);
        }
    }

    @Override
    public void writeBoolean(boolean value) throws IOException {
        if (!isCell(Boolean.toString(value))) {
            super.writeBoolean(value);
        }
    }

    @Override
    public void writeNull() throws IOException {
        if (!isCell(null)) {
            super.writeNull();
        }
    }

    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) throws IOException {
        if (depth == 0) {
            isCell(variant.encode(Arrays.copyOfRange(data, offset, offset + length)));
        } else {
            super.writeBinary(variant, data, offset, length);
        }
    }

    @Override
    public void writeStartArray() throws IOException {
        super.writeStartArray();
        depth++;
    }

    @Override
    public void writeEndArray() throws IOException {
        super.writeEndArray();
        depth--;
        if (depth == 0) {
            flush();
            String text = nested.toString();
            nested.getBuffer().setLength(0);
            isCell(text);
        }
    }

    @Override
    public void writeStartObject() throws IOException {
        if (depth == 0) {
            throw new IOException("bytes of a type of the engine's own have no text, so that no cell can hold them:"
                    + " export them as JSON Lines");
        }
        super.writeStartObject();
    }
}
