package io.godwit.transfer.file;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import org.jspecify.annotations.Nullable;

/** One row of a file, which sees what lies around it. Valid until the next one. */
public final class FileRow {

    /** Where the field of a row is that is no object. */
    static final String VALUE = "value";

    /** Where a member of an object finds its name. */
    static final String KEY = "key";

    private final long number;
    private final long line;
    private final RowObject own;
    private final @Nullable Ancestor place;

    /** @param place the row's own place in its list, with what is around it; null in a file without nesting */
    FileRow(long number, long line, RowObject own, @Nullable Ancestor place) {
        this.number = number;
        this.line = line;
        this.own = own;
        this.place = place;
    }

    /** Which one of the file's rows, from 1. */
    public long number() {
        return number;
    }

    /** Where it begins, from 1. */
    public long line() {
        return line;
    }

    RowObject own() {
        return own;
    }

    /** About how much memory its own fields take, in characters. */
    long weight() {
        return own.weight();
    }

    /**
     * The value of a field.
     *
     * @param source the row's own field; a dotted path into its own objects; {@code LIST.field} of an ancestor; {@code LIST#}, the
     *     place from 1 of the row or an ancestor in that list
     * @return NULL where there is no such field; of a CSV, texts
     */
    public Literal value(String source) {
        Literal found = own.find(source);
        if (found != null) {
            return found;
        }
        if (place != null && source.endsWith("#")) {
            Ancestor named = place.of(source.substring(0, source.length() - 1));
            return named == null ? Literal.NULL : Literal.of(named.place());
        }
        return ancestors(source);
    }

    /**
     * The value of a field in a column of a type.
     *
     * @param faults takes what is wrong with it
     * @return in the words of {@link io.godwit.dialect.BulkLoader}; null also for what is wrong
     */
    public @Nullable Object value(String source, ColumnType type, RowFaults faults) throws RowFileException {
        try {
            return FieldConversion.convert(value(source), type);
        } catch (IllegalArgumentException refused) {
            faults.add(number, line, source, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** A list's name may have a dot in it. */
    private Literal ancestors(String source) {
        for (int dot = source.indexOf('.'); place != null && dot >= 0; dot = source.indexOf('.', dot + 1)) {
            Ancestor named = place.of(source.substring(0, dot));
            Literal found = named == null ? null : named.fields().own(source.substring(dot + 1));
            if (found != null) {
                return found;
            }
        }
        return Literal.NULL;
    }
}
