package io.godwit.changelog;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of history by which it is learned how Liquibase writes them. */
final class MarkedRow {

    private static final int ORDER = 987654321;
    private static final String TIME = "2031-12-25 21:43:56.789";

    private MarkedRow() {}

    /** A row whose values are found again in the text. */
    static RanChange marked() {
        return row(Timestamp.valueOf(TIME), "mark");
    }

    /** The same, at "now". */
    static RanChange timeless() {
        return row(null, "mark");
    }

    /** How the marked row's values are expected to be written, in their order. */
    static List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (int index = 0; index < 14; index++) {
            marks.add("'mark" + index + "'");
        }
        marks.set(3, "'" + TIME + "'");
        marks.set(4, String.valueOf(ORDER));
        return marks;
    }

    /** Rows with what is written in another way on some engine. */
    static List<RanChange> trials() {
        List<RanChange> trials = new ArrayList<>();
        for (String text : List.of("it''s", "a\\b\\", "", " x ", "a\nb", "100%", "now()", "2031-12-25", "1", "true")) {
            trials.add(row(Timestamp.valueOf("1999-01-02 03:04:05"), text));
        }
        for (String time :
                List.of("2024-02-29 00:00:00.1", "2024-02-29 23:59:59.123456", "2024-11-01 12:00:00.000001")) {
            trials.add(row(Timestamp.valueOf(time), "it's"));
        }
        trials.add(new RanChange(
                "i",
                "a",
                "f",
                null,
                1,
                "EXECUTED",
                null,
                new RanChange.Notes(null, null, null, null, null, null, null)));
        return trials;
    }

    private static RanChange row(@Nullable Timestamp ran, String text) {
        return new RanChange(
                text + 0,
                text + 1,
                text + 2,
                ran,
                ORDER,
                text + 5,
                text + 6,
                new RanChange.Notes(text + 7, text + 8, text + 9, text + 10, text + 11, text + 12, text + 13));
    }
}
