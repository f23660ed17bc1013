package io.godwit.changelog;

import io.godwit.dialect.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Liquibase writes its history on one engine, learned from rows that it wrote: the text between the values is its own, and how values are
 * quoted was tried on it. Immutable and thread-safe.
 *
 * @param engine Liquibase's short name
 * @param tables the statements that make the history's tables
 * @param table the history's table, quoted where it must be
 * @param texts what stands before, between and behind the values
 * @param now what stands for "now"
 * @param backslashes whether a backslash is written twice
 * @param carriageReturns whether statements of SQL files get lines that end as on Windows
 */
record HistoryTemplate(
        String engine,
        List<Statement> tables,
        String table,
        List<String> texts,
        String now,
        boolean backslashes,
        boolean carriageReturns) {

    /** Longer than any column of the history but the text of older versions. */
    private static final int LONGEST = 255;

    private static final int LAST_YEAR = 9999 - 1900;

    HistoryTemplate {
        tables = List.copyOf(tables);
        texts = List.copyOf(texts);
    }

    /** Learns it; empty if what Liquibase writes is not understood. For a thread of {@link LiquibaseThread}. */
    static Optional<HistoryTemplate> learn(HistoryRenderer history, String engine, String table, boolean returns) {
        String marked = sql(history, MarkedRow.marked());
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (String mark : MarkedRow.marks()) {
            int at = marked.indexOf(mark, from);
            if (at < 0) {
                return Optional.empty();
            }
            texts.add(marked.substring(from, at));
            from = at + mark.length();
        }
        texts.add(marked.substring(from));
        String timeless = sql(history, MarkedRow.timeless());
        String before = MarkedRow.marks().get(2) + texts.get(3);
        int start = timeless.indexOf(before) + before.length();
        int end = timeless.indexOf(texts.get(4) + MarkedRow.marks().get(4), start);
        if (start < before.length() || end < start) {
            return Optional.empty();
        }
        String now = timeless.substring(start, end);
        for (boolean backslashes : new boolean[] {false, true}) {
            HistoryTemplate template =
                    new HistoryTemplate(engine, history.tables(), table, texts, now, backslashes, returns);
            if (MarkedRow.trials().stream().allMatch(row -> template.agrees(history, row))) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }

    private boolean agrees(HistoryRenderer history, RanChange row) {
        try {
            return row(row).sql().equals(sql(history, row));
        } catch (NotPlainException strange) {
            return false;
        }
    }

    private static String sql(HistoryRenderer history, RanChange row) {
        List<Statement> statements = history.row(row);
        return statements.size() == 1 ? statements.get(0).sql() : "";
    }

    /**
     * The statement that writes a row.
     *
     * @throws NotPlainException if Liquibase may quote a value of it in another way
     */
    Statement row(RanChange row) throws NotPlainException {
        StringBuilder sql = new StringBuilder(400);
        RanChange.Notes notes = row.notes();
        int next = 0;
        for (@Nullable String value : Arrays.asList(row.id(), row.author(), row.file())) {
            next = put(sql, next, quoted(value));
        }
        next = put(sql, next, row.ran() == null ? now : time(row.ran()));
        next = put(sql, next, String.valueOf(row.order()));
        for (@Nullable
        String value : Arrays.asList(
                row.execType(),
                row.checksum(),
                notes.description(),
                notes.comments(),
                notes.tag(),
                notes.liquibase(),
                notes.contexts(),
                notes.labels(),
                notes.deployment())) {
            next = put(sql, next, quoted(value));
        }
        return Statement.of(sql.append(texts.get(next)).toString());
    }

    private int put(StringBuilder sql, int next, String value) {
        sql.append(texts.get(next)).append(value);
        return next + 1;
    }

    private String quoted(@Nullable String value) throws NotPlainException {
        if (value == null) {
            return "NULL";
        }
        boolean odd = value.length() > LONGEST || value.startsWith("'") || value.equalsIgnoreCase(now);
        boolean escapes = false;
        for (int index = 0; index < value.length(); index++) {
            char each = value.charAt(index);
            odd |= (each < ' ' && each != '\n') || each >= 0x7F || each == '"';
            escapes |= each == '\'' || (backslashes && each == '\\');
        }
        if (odd || value.equalsIgnoreCase("null") || value.startsWith("to_date(")) {
            throw new NotPlainException("a value of the history: " + value);
        }
        String text = value;
        if (escapes) {
            text = (backslashes ? text.replace("\\", "\\\\") : text).replace("'", "''");
        }
        return "'" + text + "'";
    }

    /** As ISO 8601 with a blank; no more digits behind the second than there are. */
    @SuppressWarnings("deprecation")
    private static String time(Timestamp ran) throws NotPlainException {
        if (ran.getYear() < 0 || ran.getYear() > LAST_YEAR) {
            throw new NotPlainException("the year of " + ran);
        }
        String text = ran.toString();
        return "'" + (ran.getNanos() == 0 ? text.substring(0, text.length() - 2) : text) + "'";
    }
}
