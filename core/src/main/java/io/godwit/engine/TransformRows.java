package io.godwit.engine;

import io.godwit.dialect.JsonText;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.history.RejectedTable;
import io.godwit.history.RejectedTable.Rejected;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.SourceKey;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.SimpleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks for keys and rows of a transform, and writes down those that are left out. For one transform, on one thread. */
final class TransformRows {

    private final Run run;
    private final String migration;
    private final String step;
    private final TransformSql sql;
    private final SchemaState schema;
    private String statement = "";
    private @Nullable SensitiveRows sensitive;

    TransformRows(Run run, String migration, String step, TransformSql sql, SchemaState schema) {
        this.run = run;
        this.migration = migration;
        this.step = step;
        this.sql = sql;
        this.schema = schema;
    }

    /** What was asked last. */
    String statement() {
        return statement;
    }

    interface Answer<T> {
        T read(ResultSet rows) throws SQLException;
    }

    <T> T ask(String text, Answer<T> answer) throws SQLException {
        statement = text;
        return run.session().query(running -> {
            running.setEscapeProcessing(false);
            try (ResultSet rows = running.executeQuery(text)) {
                return answer.read(rows);
            }
        });
    }

    String translated(String universal) {
        return run.rendering().translator().query(Query.of(universal), schema);
    }

    long number(String universal) throws SQLException {
        return ask(translated(universal), rows -> rows.next() ? rows.getLong(1) : 0);
    }

    /** From which whole number to which the keys go. */
    KeyExtent extent() throws SQLException {
        return ask(
                translated(sql.extent()),
                rows -> rows.next() ? new KeyExtent(rows.getLong(1), rows.getLong(2)) : new KeyExtent(0, 0));
    }

    /** How many rows break a rule that only warns. */
    long warnings(KeyRange range) throws SQLException {
        Optional<String> query = sql.warnings(range);
        return query.isPresent() ? number(query.get()) : 0;
    }

    /** The last key of the next rows. */
    Optional<BatchBound> bound(KeyRange range, int most) throws SQLException {
        boolean grows = sql.key().grows();
        List<String> others = grows ? List.of("godwit_rows", "godwit_first") : List.of("godwit_rows");
        int count = sql.key().columns().size();
        return ask(exactly(translated(sql.bound(range, most)), others), rows -> {
            if (!rows.next() || rows.getLong(count + 1) == 0) {
                return Optional.empty();
            }
            List<Literal> key = key(rows);
            Literal first = grows ? Literal.of(rows.getLong(count + 2)) : null;
            return Optional.of(new BatchBound(key, rows.getLong(count + 1), first, true));
        });
    }

    /** The same rows with each column of the key read so that its text is all of its value. */
    private String exactly(String query, List<String> others) {
        return exactlyWith(query, others.stream().map(this::quoted).toList());
    }

    /** The same with other expressions behind the key's columns. */
    String exactlyWith(String query, List<String> others) {
        List<String> columns = new ArrayList<>(exactKey());
        columns.addAll(others);
        return "SELECT " + String.join(", ", columns) + " FROM (" + query + ") " + quoted("godwit_exact");
    }

    private List<String> exactKey() {
        List<String> columns = new ArrayList<>();
        for (int index = 0; index < sql.key().columns().size(); index++) {
            SourceKey.Part part = sql.key().columns().get(index);
            String name = keyName(index);
            ColumnType type = part.type();
            columns.add(
                    type == null
                            ? name
                            : run.session()
                                    .dialect()
                                    .loader()
                                    .exact(Column.of(part.name().text(), type), name));
        }
        return columns;
    }

    /** Whether the driver's text of each column of the key is all of its value. */
    boolean isKeyExact() {
        return exactKey().equals(keyNames());
    }

    /** What a page calls the columns of the key. */
    List<String> keyNames() {
        return IntStream.range(0, sql.key().columns().size())
                .mapToObj(this::keyName)
                .toList();
    }

    private String keyName(int index) {
        return quoted("godwit_key_" + (index + 1));
    }

    String quoted(String name) {
        return run.session().dialect().syntax().name(Name.of(name));
    }

    List<Literal> key(ResultSet row) throws SQLException {
        List<Literal> key = new ArrayList<>();
        for (int index = 0; index < sql.key().columns().size(); index++) {
            SourceKey.Part part = sql.key().columns().get(index);
            String text = text(row, index);
            if (text == null) {
                throw new SQLException(
                        "the key " + part.name() + " of the source is NULL in a row: rows cannot be ordered by it",
                        "22004");
            }
            ColumnType type = part.type();
            boolean number = type == null ? isNumber(row.getMetaData().getColumnType(index + 1)) : isNumber(type);
            key.add(number ? new Literal(Literal.Kind.NUMBER, text) : Literal.of(text));
        }
        return key;
    }

    private @Nullable String text(ResultSet row, int index) throws SQLException {
        ColumnType type = sql.key().columns().get(index).type();
        return type == null
                ? row.getString(index + 1)
                : run.session().dialect().loader().text(row, index + 1, type);
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof DecimalType || SimpleType.isWhole(type);
    }

    private static boolean isNumber(int jdbcType) {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.NUMERIC -> true;
            default -> false;
        };
    }

    /** The rows that the mapping or its rules leave out. */
    List<Rejected> refusals(KeyRange range, long before) throws SQLException {
        List<String> names = new ArrayList<>();
        int reasons = sql.reasons().size();
        for (int index = 0; index < reasons; index++) {
            names.add("godwit_broken_" + (index + 1));
        }
        for (int index = 0; index < sql.shown().size(); index++) {
            names.add("godwit_shown_" + (index + 1));
        }
        int keys = sql.key().columns().size();
        return ask(exactly(translated(sql.refusals(range)), names), rows -> {
            List<Rejected> refused = new ArrayList<>();
            while (rows.next()) {
                String reason = reason(rows, keys);
                refused.add(
                        new Rejected(before + refused.size() + 1, json(key(rows)), reason, row(rows, keys + reasons)));
            }
            return refused;
        });
    }

    private String reason(ResultSet row, int before) throws SQLException {
        List<String> broken = new ArrayList<>();
        for (int index = 0; index < sql.reasons().size(); index++) {
            if (row.getInt(before + index + 1) == 1) {
                broken.add(sql.reasons().get(index));
            }
        }
        return String.join("; ", broken);
    }

    /** One row of the source that the engine refuses. */
    Rejected shown(KeyRange range, BatchBound bound, String reason, long number) throws SQLException {
        String row = ask(translated(sql.shownRows(range)), rows -> rows.next() ? row(rows, 0) : "{}");
        return new Rejected(number, json(bound.key()), reason, row);
    }

    private String row(ResultSet rows, int before) throws SQLException {
        List<String> members = new ArrayList<>();
        for (int index = 0; index < sql.shown().size(); index++) {
            String value = rows.getString(before + index + 1);
            members.add(json(Literal.of(sql.shown().get(index).text())) + ":"
                    + json(value == null ? Literal.NULL : Literal.of(value)));
        }
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }

    static String json(List<Literal> key) {
        return key.stream().map(TransformRows::json).collect(Collectors.joining(",", "[", "]"));
    }

    static String json(Literal literal) {
        return JsonText.of(literal).json();
    }

    /** Whether a row is written down already. */
    boolean isRejected(String key) throws SQLException {
        return number(RejectedTable.count(migration, step, sensitive().key(key))) > 0;
    }

    /** What may be told of them; asked for the first time outside of every transaction, when the history has the migration. */
    SensitiveRows sensitive() throws SQLException {
        SensitiveRows known = sensitive;
        if (known == null) {
            known = SensitiveRows.of(run, migration, sql);
            sensitive = known;
        }
        return known;
    }

    /**
     * Writes down rows that are left out.
     *
     * @param again whether some of them may be there from a former way through the source
     * @return how many were not there
     */
    long reject(List<Rejected> rejected, boolean again) throws SQLException {
        List<Rejected> fresh = new ArrayList<>();
        for (Rejected row : rejected) {
            if (!again || !isRejected(row.key())) {
                fresh.add(sensitive().masked(row));
            }
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        RenderContext context = new RenderContext(
                schema, run.rendering().translator(), run.rendering().typeMapping(), note -> {});
        for (Statement statement : run.session()
                .dialect()
                .renderer(context)
                .render(List.of(RejectedTable.insert(migration, step, fresh)))) {
            run.session().execute(statement.sql());
        }
        return fresh.size();
    }
}
