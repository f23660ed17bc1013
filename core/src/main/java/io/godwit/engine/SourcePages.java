package io.godwit.engine;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.RowCursor;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.transfer.PackedPage;
import io.godwit.transfer.RowLiteral;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a range for the host's own code, a page of about a million characters at a time, for drivers keep all of a result.
 * For one transform, on one thread.
 */
final class SourcePages {

    private static final int MOST = 5_000;
    private static final long CHARACTERS = 1_000_000;

    private final Run run;
    private final TransformSql sql;
    private final @Nullable CustomTable table;
    private final TransformRows rows;
    private final List<Name> shown;
    private final List<Optional<ColumnType>> types;
    private final Optional<PackedSource> packed;
    private int size = 100;
    private long characters;

    /** @param table by which rows are found again; null if they need not be */
    SourcePages(Run run, TransformSql sql, @Nullable CustomTable table, TransformRows rows) {
        this.run = run;
        this.sql = sql;
        this.table = table;
        this.rows = rows;
        this.shown = sql.shown();
        this.types = shown.stream().map(this::type).toList();
        this.packed = packed();
    }

    /** Takes the rows. */
    interface Taker {
        void take(SourceRow row) throws SQLException;

        /** The connection is needed for the next page. */
        void pause() throws SQLException;
    }

    /** What a page gave. */
    private record Page(int rows, @Nullable SourceRow last, boolean isWhole) {}

    void read(KeyRange range, Taker taker) throws SQLException {
        Optional<RowCursor> cursor = run.session().dialect().manyRows().cursor();
        if (cursor.isPresent()) {
            readBy(cursor.get(), range, taker);
            return;
        }
        KeyRange rest = range;
        boolean packs = packed.isPresent();
        while (true) {
            int asked = size;
            String query = page(rest, asked);
            Page page = packs ? page(packed.get(), query, taker) : page(query, taker);
            if (page.isWhole() && page.rows() < asked) {
                return;
            }
            if (page.last() != null) {
                rest = rest.behind(page.last().key());
            }
            packs = packed.isPresent() && page.isWhole();
        }
    }

    private void readBy(RowCursor cursor, KeyRange range, Taker taker) throws SQLException {
        run.session().execute(cursor.open(query(sql.rows(range, table))));
        int asked;
        do {
            asked = size;
        } while (page(cursor.next(asked), taker).rows() == asked);
        run.session().execute(cursor.close());
    }

    private Page page(String query, Taker taker) throws SQLException {
        List<SourceRow> page = page(query);
        for (SourceRow row : page) {
            taker.take(row);
        }
        return paused(new Page(page.size(), page.isEmpty() ? null : page.get(page.size() - 1), true), taker);
    }

    /** Gives the rows up to the first that has to be read otherwise. */
    private Page page(PackedSource source, String query, Taker taker) throws SQLException {
        characters = 0;
        int count = 0;
        SourceRow last = null;
        boolean isWhole = false;
        try (PackedPage page = source.ask(query)) {
            Optional<SourceRow> row = source.row(page);
            while (row.isPresent()) {
                last = row.get();
                count++;
                characters += last.characters();
                taker.take(last);
                row = source.row(page);
            }
            isWhole = true;
        } catch (IOException other) {
            isWhole = false;
        }
        return paused(new Page(count, last, isWhole), taker);
    }

    private Page paused(Page page, Taker taker) throws SQLException {
        taker.pause();
        size = (int) Math.max(1, Math.min(MOST, CHARACTERS * page.rows() / Math.max(1, characters)));
        return page;
    }

    /** How many columns stand before those that are shown. */
    private int before() {
        int keys = sql.key().columns().size();
        return keys + (int) IntStream.range(0, keys).filter(this::isText).count();
    }

    /** The columns of a page behind those of the key, each as it is, or so that its text is all of its value. */
    private List<String> others(boolean exactly) {
        List<String> others = new ArrayList<>();
        for (int index = 0; index < sql.key().columns().size(); index++) {
            if (isText(index)) {
                others.add(rows.quoted(CustomTable.comparedName(index).text()));
            }
        }
        for (int index = 0; index < shown.size(); index++) {
            String name = rows.quoted("godwit_shown_" + (index + 1));
            others.add(exactly ? exact(index, name) : name);
        }
        return others;
    }

    private boolean isExact() {
        return rows.isKeyExact() && others(true).equals(others(false));
    }

    private Optional<PackedSource> packed() {
        List<String> names = new ArrayList<>(rows.keyNames());
        names.addAll(others(false));
        return isExact()
                ? PackedSource.of(
                        rows,
                        run.session().dialect().manyRows().packed(),
                        sql.key().columns(),
                        types,
                        names,
                        table != null)
                : Optional.empty();
    }

    /** Read exactly around the limit, not around its result, where that gives the same rows: engines keep such a result in a table first. */
    private String page(KeyRange range, int asked) {
        String page = sql.page(range, table, asked);
        String ordered = rows.translated(sql.rows(range, table));
        String limited = rows.translated(page);
        if (isExact() || !rows.isKeyExact() || !sql.key().grows() || !limited.startsWith(ordered)) {
            return query(page);
        }
        return exactly(rows.translated(sql.unordered(range, table))) + limited.substring(ordered.length());
    }

    private String query(String universal) {
        String query = rows.translated(universal);
        return isExact() ? query : exactly(query);
    }

    private String exactly(String query) {
        return rows.exactlyWith(query, others(true)) + " ORDER BY " + String.join(", ", rows.keyNames());
    }

    private List<SourceRow> page(String query) throws SQLException {
        int before = before();
        characters = 0;
        return rows.ask(query, result -> {
            List<SourceRow> page = new ArrayList<>();
            while (result.next()) {
                List<Literal> key = rows.key(result);
                SourceRow one = new SourceRow(key, compared(key, result), values(result, before));
                characters += one.characters();
                page.add(one);
            }
            return page;
        });
    }

    private String exact(int index, String name) {
        String column = shown.get(index).text();
        return types.get(index)
                .map(type -> run.session().dialect().loader().exact(Column.of(column, type), name))
                .orElse(name);
    }

    private Optional<ColumnType> type(Name column) {
        Table source = sql.source();
        return source == null ? Optional.empty() : source.column(column).map(Column::type);
    }

    private boolean isText(int index) {
        return table != null && table.isText(index);
    }

    private List<String> compared(List<Literal> key, ResultSet row) throws SQLException {
        if (table == null) {
            return List.of();
        }
        List<String> compared = new ArrayList<>();
        int next = key.size();
        for (int index = 0; index < key.size(); index++) {
            compared.add(
                    isText(index)
                            ? String.valueOf(row.getString(++next))
                            : key.get(index).text());
        }
        return compared;
    }

    private List<Literal> values(ResultSet row, int before) throws SQLException {
        BulkLoader loader = run.session().dialect().loader();
        List<Literal> values = new ArrayList<>(shown.size());
        for (int index = 0; index < shown.size(); index++) {
            values.add(RowLiteral.of(row, before + index + 1, types.get(index).orElse(null), loader));
        }
        return values;
    }
}
