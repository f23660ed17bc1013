package io.godwit.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** How rows are written in a file; the end of its name says which. */
public enum RowFileFormat {
    /** One JSON object a row: every value of every type as it was. */
    JSON_LINES("jsonl", ".jsonl"),
    /** RFC 4180 with a header: the same texts in cells; NULL is nothing, an empty text stands between quotes. */
    CSV("csv", ".csv"),
    /** CSV for people: a cell that a spreadsheet would calculate has an apostrophe before it, so that it does not come back as it was. */
    SPREADSHEET("spreadsheet", ".spreadsheet.csv");

    private final String word;
    private final String ending;

    RowFileFormat(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** How the name of a file ends. */
    public String ending() {
        return ending;
    }

    /** The format of a file; empty if its name says none. */
    public static Optional<RowFileFormat> ofName(String name) {
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .max(Comparator.comparingInt(format -> format.ending.length()));
    }

    /** Whether rows come back from it as they were. */
    public boolean isExact() {
        return this != SPREADSHEET;
    }

    @Override
    public String toString() {
        return word;
    }
}
