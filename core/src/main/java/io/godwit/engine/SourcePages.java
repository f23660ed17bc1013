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
import io.godwit.transfer.RowLiteral;
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
    }

    /** Takes the rows of a page. */
    interface Taker {
        void take(List<SourceRow> page) throws SQLException;
    }

    void read(KeyRange range, Taker taker) throws SQLException {
        Optional<RowCursor> cursor = run.session().dialect().manyRows().cursor();
        if (cursor.isPresent()) {
            readBy(cursor.get(), range, taker);
            return;
        }
        KeyRange rest = range;
        while (true) {
            int asked = size;
            List<SourceRow> page = page(query(sql.page(rest, table, asked)));
            if (!give(page, asked, taker)) {
                return;
            }
            rest = rest.behind(page.get(page.size() - 1).key());
        }
    }

    private void readBy(RowCursor cursor, KeyRange range, Taker taker) throws SQLException {
        run.session().execute(cursor.open(query(sql.rows(range, table))));
        int asked = size;
        while (give(page(cursor.next(asked)), asked, taker)) {
            asked = size;
        }
        run.session().execute(cursor.close());
    }

    /** Whether there may be more. */
    private boolean give(List<SourceRow> page, int asked, Taker taker) throws SQLException {
        taker.take(page);
        if (page.size() < asked) {
            return false;
        }
        size = (int) Math.max(1, Math.min(MOST, CHARACTERS * page.size() / Math.max(1, characters)));
        return true;
    }

    /** How many columns stand before those that are shown. */
    private int before() {
        int keys = sql.key().columns().size();
        return keys + (int) IntStream.range(0, keys).filter(this::isText).count();
    }

    private String query(String universal) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < sql.key().columns().size(); index++) {
            if (isText(index)) {
                names.add(rows.quoted(CustomTable.comparedName(index).text()));
            }
        }
        List<String> others = new ArrayList<>(names);
        for (int index = 0; index < shown.size(); index++) {
            String name = rows.quoted("godwit_shown_" + (index + 1));
            names.add(name);
            others.add(exact(index, name));
        }
        String query = rows.translated(universal);
        return rows.isKeyExact() && others.equals(names)
                ? query
                : rows.exactlyWith(query, others) + " ORDER BY " + String.join(", ", rows.keyNames());
    }

    private List<SourceRow> page(String query) throws SQLException {
        int before = before();
        characters = 0;
        return rows.ask(query, result -> {
            List<SourceRow> page = new ArrayList<>();
            while (result.next()) {
                List<Literal> key = rows.key(result);
                page.add(new SourceRow(key, compared(key, result), values(result, before)));
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
            Literal value =
                    RowLiteral.of(row, before + index + 1, types.get(index).orElse(null), loader);
            characters += value.text().length();
            values.add(value);
        }
        return values;
    }
}
