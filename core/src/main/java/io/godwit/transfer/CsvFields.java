package io.godwit.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A row as a record of CSV, byte for byte as {@link CsvLines} writes it. For one thread. */
final class CsvFields implements FieldStyle {

    private final LineBuffer out;
    private final CellText cells = new CellText();
    private boolean isFirst;

    CsvFields(LineBuffer out) throws IOException {
        this.out = out;
    }

    @Override
    public void begin(int column) throws IOException {
        isFirst = column == 0;
        if (!isFirst) {
            out.add(',');
        }
    }

    @Override
    public void none() {
        // NULL is nothing between two commas.
    }

    @Override
    public void bare(byte[] bytes, int from, int to) throws IOException {
        out.add(bytes, from, to);
    }

    @Override
    public void simple(byte[] bytes, int from, int to) throws IOException {
        if (from == to) {
            out.add('"');
            out.add('"');
        } else {
            out.add(bytes, from, to);
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) throws IOException {
        if (!isQuoted(bytes, from, to)) {
            out.add(bytes, from, to);
            return;
        }
        out.add('"');
        int plain = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '"') {
                out.add(bytes, plain, at + 1);
                plain = at;
            }
        }
        out.add(bytes, plain, to);
        out.add('"');
    }

    /** A record that begins with a number sign would be taken for a comment. */
    private boolean isQuoted(byte[] bytes, int from, int to) {
        if (from == to || (isFirst && bytes[from] == '#')) {
            return true;
        }
        for (int at = from; at < to; at++) {
            byte character = bytes[at];
            if (character == '"' || character == ',' || character == '\r' || character == '\n') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void encoded(ValueEncoding.OfText encoding, String value) throws IOException {
        encoding.write(cells, value);
        String cell = cells.take();
        if (cell != null) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            text(bytes, 0, bytes.length);
        }
    }

    @Override
    public void end() throws IOException {
        out.add('\r');
        out.add('\n');
    }
}
