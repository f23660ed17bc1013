package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.godwit.schema.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A row as one object of JSON in a line, byte for byte as {@link RowLines} writes it. For one thread. */
final class JsonFields implements FieldStyle {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** What stands behind the backslash; 0 for what needs none. */
    private static final byte[] ESCAPES = escapes();

    private final LineBuffer out;
    private final List<byte[]> names;
    private final ByteArrayOutputStream slow = new ByteArrayOutputStream();
    private final JsonGenerator json;

    JsonFields(LineBuffer out, List<Column> columns) throws IOException {
        this.out = out;
        this.names = IntStream.range(0, columns.size())
                .mapToObj(at -> name(columns.get(at).name().text(), at))
                .toList();
        this.json = RowJson.FACTORY.createGenerator(slow).setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    private static byte[] name(String name, int at) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsUTF8(name), StandardCharsets.UTF_8);
        return ((at == 0 ? "{\"" : ",\"") + quoted + "\":").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        for (int control = 0; control < ' '; control++) {
            escapes[control] = 'u';
        }
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }

    @Override
    public void begin(int column) throws IOException {
        out.add(names.get(column));
    }

    @Override
    public void none() throws IOException {
        out.add(NULL);
    }

    @Override
    public void bare(byte[] bytes, int from, int to) throws IOException {
        out.add(bytes, from, to);
    }

    @Override
    public void simple(byte[] bytes, int from, int to) throws IOException {
        out.add('"');
        out.add(bytes, from, to);
        out.add('"');
    }

    @Override
    public void text(byte[] bytes, int from, int to) throws IOException {
        out.add('"');
        int plain = from;
        for (int at = from; at < to; at++) {
            byte escape = ESCAPES[bytes[at] & 0xff];
            if (escape != 0) {
                out.add(bytes, plain, at);
                escape(bytes[at], escape);
                plain = at + 1;
            }
        }
        out.add(bytes, plain, to);
        out.add('"');
    }

    private void escape(byte character, byte escape) throws IOException {
        out.add('\\');
        out.add(escape);
        if (escape == 'u') {
            out.add('0');
            out.add('0');
            out.add(HEX[character >> 4]);
            out.add(HEX[character & 0xf]);
        }
    }

    @Override
    public void encoded(ValueEncoding.OfText encoding, String value) throws IOException {
        encoding.write(json, value);
        json.flush();
        out.add(slow.toByteArray());
        slow.reset();
    }

    @Override
    public void end() throws IOException {
        out.add('}');
        out.add('\n');
    }
}
