package io.godwit.changelog;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the columns of Liquibase's history are; tables of older versions lack some. Immutable. */
final class RanColumns {

    private static final List<String> NEEDED = List.of("ID", "AUTHOR", "FILENAME", "DATEEXECUTED", "ORDEREXECUTED");
    private static final List<String> TEXTS = List.of(
            "EXECTYPE", "MD5SUM", "DESCRIPTION", "COMMENTS", "TAG", "LIQUIBASE", "CONTEXTS", "LABELS", "DEPLOYMENT_ID");

    private final int[] needed;
    private final int[] texts;

    private RanColumns(int[] needed, int[] texts) {
        this.needed = needed;
        this.texts = texts;
    }

    static RanColumns of(ResultSetMetaData metadata) throws SQLException {
        Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int column = 1; column <= metadata.getColumnCount(); column++) {
            places.put(metadata.getColumnLabel(column), column);
        }
        for (String column : NEEDED) {
            if (!places.containsKey(column)) {
                throw new SQLException("the history of Liquibase has no column " + column);
            }
        }
        return new RanColumns(places(NEEDED, places), places(TEXTS, places));
    }

    private static int[] places(List<String> columns, Map<String, Integer> places) {
        return columns.stream()
                .mapToInt(column -> places.getOrDefault(column, 0))
                .toArray();
    }

    RanChange row(ResultSet row) throws SQLException {
        String type = text(row, 0);
        return new RanChange(
                row.getString(needed[0]),
                row.getString(needed[1]),
                row.getString(needed[2]),
                row.getTimestamp(needed[3]),
                row.getInt(needed[4]),
                type == null ? "EXECUTED" : type,
                text(row, 1),
                new RanChange.Notes(
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7),
                        text(row, 8)));
    }

    /** All that counts of a row, so that no two rows are the same text. */
    void addTo(StringBuilder whole, ResultSet row) throws SQLException {
        for (int column : needed) {
            add(whole, row.getString(column));
        }
        for (int text = 0; text < texts.length; text++) {
            add(whole, text(row, text));
        }
    }

    private static void add(StringBuilder whole, @Nullable String field) {
        whole.append(field == null ? -1 : field.length()).append(':').append(field);
    }

    private @Nullable String text(ResultSet row, int text) throws SQLException {
        return texts[text] == 0 ? null : row.getString(texts[text]);
    }
}
