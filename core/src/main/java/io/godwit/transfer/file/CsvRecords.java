package io.godwit.transfer.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.godwit.schema.Literal;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the library's own records forget: whether an empty field was quoted. For one reader. */
public final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecord> {

    private List<Literal> fields = new ArrayList<>();

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = new ArrayList<>(fields.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields.add(length == 0 && !quoted ? Literal.NULL : Literal.of(new String(buffer, offset, length)));
    }

    @Override
    protected CsvRecord buildRecord() {
        return new CsvRecord(getStartingLineNumber(), fields);
    }
}
