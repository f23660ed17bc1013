package io.godwit.plan.transform;

import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.OnConflict;
import io.godwit.migration.OnError;
import io.godwit.migration.Transform;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a transform, in universal SQL. Immutable.
 *
 * @param transform what it is made from
 * @param from the source as FROM names it
 * @param source what is known of the source's table; null for nothing
 * @param key what orders the source's rows
 * @param values what each mapping gives, in their order
 * @param unique the target's primary key; empty if it has none, or is not known
 * @param recorded where the keys of new rows are kept; null where they are not
 * @param made where custom transforms put what they make of a batch's rows; null if there are none, or the source holds it
 */
public record TransformSql(
        Transform transform,
        String from,
        @Nullable Table source,
        SourceKey key,
        List<MappedValue> values,
        List<Name> unique,
        @Nullable RecordedKeys recorded,
        @Nullable CustomTable made) {

    /** What the source is called inside. */
    static final String SOURCE = "godwit_from";

    private static final String MAPPED = "godwit_mapped";
    private static final String CHANGED = "godwit_changed";

    public TransformSql {
        values = List.copyOf(values);
        unique = List.copyOf(unique);
    }

    /** Where the keys of new rows are kept, so that exactly these can be taken out again. */
    public Optional<RecordedKeys> recordedKeys() {
        return Optional.ofNullable(recorded);
    }

    /** Whether rows are changed where they are. */
    public boolean inPlace() {
        return TransformCompiler.isInPlace(transform);
    }

    /** Whether a row can be refused by the mapping or its rules. */
    public boolean refuses() {
        return !requirements().isEmpty();
    }

    /** What the mapping and its rules ask of a row. */
    Requirements requirements() {
        List<Name> keys = recorded == null
                ? List.of()
                : recorded.key().stream()
                        .map(Column::name)
                        .filter(name -> value(name).canBeNull())
                        .toList();
        return Requirements.of(transform, keys);
    }

    static String column(Name name) {
        return MAPPED + "." + QuotedName.of(name);
    }

    /** Why a row was refused, in the order of {@link #refusals}. */
    public List<String> reasons() {
        return requirements().reasons();
    }

    /** Moves the rows of a range. */
    public String move(KeyRange range) {
        return inPlace() ? update(range) : insert(range);
    }

    private String insert(KeyRange range) {
        String into = "INSERT INTO " + QuotedName.of(transform.target()) + " (" + QuotedName.list(targets()) + ") ";
        return into + rows(targets(), range) + onConflict();
    }

    private List<Name> targets() {
        return transform.mapping().stream().map(FieldMapping::target).toList();
    }

    /** Of the mapped rows that nothing refuses, some columns. */
    String rows(List<Name> columns, KeyRange range) {
        if (!refuses()) {
            return "SELECT " + mapped(columns) + where(range);
        }
        return "SELECT " + columns.stream().map(TransformSql::column).collect(Collectors.joining(", "))
                + " FROM (SELECT "
                + mapped(targets()) + where(range) + ") AS " + MAPPED + " WHERE "
                + requirements().kept();
    }

    private String mapped(List<Name> columns) {
        return columns.stream().map(this::mapped).collect(Collectors.joining(", "));
    }

    private String mapped(Name column) {
        return value(column).sql() + " AS " + QuotedName.of(column);
    }

    /** Whether the mapping gives these columns, and the same values whenever it is asked for them. */
    boolean makes(List<Name> columns) {
        return targets().containsAll(columns)
                && columns.stream().noneMatch(column -> value(column).isVolatile());
    }

    private MappedValue value(Name column) {
        return values.get(targets().indexOf(column));
    }

    private String where(KeyRange range) {
        return " FROM " + from + " AS " + SOURCE + (made == null ? "" : made.join()) + conditions(range);
    }

    /** The rows as they are in the source, which custom transforms have not seen. */
    private String unmade(KeyRange range) {
        return " FROM " + from + " AS " + SOURCE + conditions(range);
    }

    private String conditions(KeyRange range) {
        String conditions = Stream.of(
                        transform.filter() == null
                                ? ""
                                : "(" + transform.filter().text() + "\n)",
                        key.within(range),
                        range.missing() ? missing() : "")
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" AND "));
        return conditions.isEmpty() ? "" : " WHERE " + conditions;
    }

    private String missing() {
        RecordedKeys keys = recordedKeys().orElseThrow();
        return keys.isMissing(
                keys.key().stream().map(column -> value(column.name()).sql()).toList());
    }

    private String onConflict() {
        if (transform.onConflict() == OnConflict.FAIL || unique.isEmpty()) {
            return "";
        }
        List<Name> others =
                targets().stream().filter(name -> !unique.contains(name)).toList();
        String keys = " ON CONFLICT (" + QuotedName.list(unique) + ") DO ";
        return transform.onConflict() == OnConflict.SKIP || others.isEmpty()
                ? keys + "NOTHING"
                : keys + "UPDATE SET "
                        + others.stream()
                                .map(name -> QuotedName.of(name) + " = excluded." + QuotedName.of(name))
                                .collect(Collectors.joining(", "));
    }

    private String update(KeyRange range) {
        TableName target = transform.target();
        if (!refuses() && made == null) {
            String set = targets().stream()
                    .map(name -> QuotedName.of(name) + " = " + value(name).sql())
                    .collect(Collectors.joining(", "));
            return "UPDATE " + QuotedName.of(target) + " AS " + SOURCE + " SET " + set + conditions(range);
        }
        String set = targets().stream()
                .map(name -> QuotedName.of(name) + " = " + CHANGED + "." + QuotedName.of(name))
                .collect(Collectors.joining(", "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(index -> QuotedName.of(target.name()) + "."
                        + QuotedName.of(key.columns().get(index).name()) + " = " + CHANGED + "."
                        + QuotedName.of(keyNames().get(index)))
                .collect(Collectors.joining(" AND "));
        String kept = Stream.concat(keyNames().stream(), targets().stream())
                .map(TransformSql::column)
                .collect(Collectors.joining(", "));
        return "UPDATE " + QuotedName.of(target) + " SET " + set + " FROM (SELECT " + kept + " FROM (SELECT "
                + keys()
                + ", " + mapped(targets()) + where(range) + ") AS " + MAPPED
                + (refuses() ? " WHERE " + requirements().kept() : "") + ") AS " + CHANGED
                + " WHERE " + same;
    }

    private List<Name> keyNames() {
        return IntStream.range(0, key.columns().size())
                .mapToObj(index -> Name.of("godwit_key_" + (index + 1)))
                .toList();
    }

    private String keys() {
        return IntStream.range(0, key.columns().size())
                .mapToObj(index -> SOURCE + "."
                        + QuotedName.of(key.columns().get(index).name()) + " AS "
                        + QuotedName.of(keyNames().get(index)))
                .collect(Collectors.joining(", "));
    }

    /** Writes down which keys {@link #move} adds. */
    public String record(RecordedKeys keys, KeyRange range) {
        List<Name> columns = keys.key().stream().map(Column::name).toList();
        String rows = rows(columns, range);
        if (transform.onConflict() == OnConflict.FAIL) {
            return keys.record(rows, source != null);
        }
        String absent = columns.stream()
                .map(name -> "godwit_present." + QuotedName.of(name) + " = godwit_new." + QuotedName.of(name))
                .collect(Collectors.joining(" AND "));
        return keys.record(
                "SELECT DISTINCT "
                        + columns.stream()
                                .map(name -> "godwit_new." + QuotedName.of(name))
                                .collect(Collectors.joining(", "))
                        + " FROM (" + rows + ") AS godwit_new WHERE NOT EXISTS (SELECT 1 FROM "
                        + QuotedName.of(transform.target()) + " AS godwit_present WHERE " + absent + ")",
                source != null);
    }

    /**
     * The last key of the next rows and how many they are: the key's columns, then a number; of whole numbers the first one too.
     *
     * @param rows how many at most
     */
    public String bound(KeyRange range, int rows) {
        String next = " FROM (SELECT " + keys() + unmade(range) + " ORDER BY " + key.order(SOURCE + ".", "") + " LIMIT "
                + rows + ") AS godwit_next";
        String names = QuotedName.list(keyNames());
        if (key.grows()) {
            return "SELECT max(" + names + ") AS " + names + ", count(*) AS godwit_rows, min(" + names
                    + ") AS godwit_first" + next;
        }
        return "SELECT " + names + ", count(*) OVER () AS godwit_rows" + next + " ORDER BY "
                + keyNames().stream().map(name -> QuotedName.of(name) + " DESC").collect(Collectors.joining(", "))
                + " LIMIT 1";
    }

    /**
     * Writes down the keys of a range whose rows have every whole number from one to another; empty where those are not the keys that
     * {@link #move} adds.
     */
    public Optional<String> recordRun(Literal first, Literal last) {
        return recordedKeys().filter(this::addsKeysOfItsSource).map(keys -> keys.recordRun(first, last));
    }

    /** Whether the rows of a range are all written, so that none has to be counted that is not. */
    public boolean movesAllOfARange() {
        return writesWholeRanges()
                && recordedKeys().map(this::addsKeysOfItsSource).orElse(true);
    }

    private boolean addsKeysOfItsSource(RecordedKeys keys) {
        return keys.key().size() == 1
                && writesWholeRanges()
                && isKey(value(keys.key().get(0).name()));
    }

    private boolean writesWholeRanges() {
        return key.grows()
                && transform.onConflict() == OnConflict.FAIL
                && !refuses()
                && (made == null || transform.onError() == OnError.FAIL);
    }

    private boolean isKey(MappedValue value) {
        return value.isPlain()
                && key.columns().get(0).name().text().equals(value.mapping().source());
    }

    /** The rows of a range that are refused: the key's columns, then 1 for each of {@link #reasons} that is one, then the shown columns. */
    public String refusals(KeyRange range) {
        return refusals(range, requirements());
    }

    /** As the other, where more may be asked of a row. */
    String refusals(KeyRange range, Requirements asked) {
        List<String> kept = asked.list().stream().map(Requirement::condition).toList();
        String flags = IntStream.range(0, kept.size())
                .mapToObj(
                        index -> "CASE WHEN " + kept.get(index) + " THEN 0 ELSE 1 END AS godwit_broken_" + (index + 1))
                .collect(Collectors.joining(", "));
        String own = keyNames().stream()
                .map(name -> column(name) + " AS " + QuotedName.of(name) + ", ")
                .collect(Collectors.joining());
        return "SELECT " + own + flags
                + shownNames()
                        .map(name -> ", " + column(name) + " AS " + QuotedName.of(name))
                        .collect(Collectors.joining())
                + " FROM (SELECT " + (key.isEmpty() ? "" : keys() + ", ") + mapped(targets()) + shownColumns()
                + where(range)
                + ") AS " + MAPPED + " WHERE NOT (" + asked.kept() + ")";
    }

    /** The columns of a range's rows that are shown of a refused one. */
    public String shownRows(KeyRange range) {
        return "SELECT "
                + shown().stream()
                        .map(name -> SOURCE + "." + QuotedName.of(name))
                        .collect(Collectors.joining(", ")) + unmade(range);
    }

    /**
     * The next rows of a range as custom transforms are given them, in the order of the key: its columns, those that are compared as
     * text once more as such, then the shown columns.
     *
     * @param beside the table by whose key the rows are found again; null if they need not be
     * @param rows how many at most
     */
    public String page(KeyRange range, @Nullable CustomTable beside, int rows) {
        return rows(range, beside) + " LIMIT " + rows;
    }

    /** All rows of a range, as {@link #page} gives the first. */
    public String rows(KeyRange range, @Nullable CustomTable beside) {
        return unordered(range, beside) + " ORDER BY " + key.order(SOURCE + ".", "");
    }

    /** The same in whatever order. */
    public String unordered(KeyRange range, @Nullable CustomTable beside) {
        return "SELECT " + keys() + (beside == null ? "" : beside.comparedTexts()) + shownColumns() + unmade(range);
    }

    /**
     * Whether rows of which no key is recorded can be told before custom transforms have seen them.
     */
    public boolean findsMissing() {
        return recorded != null
                && (made == null
                        || recorded.key().stream()
                                .noneMatch(column ->
                                        value(column.name()).mapping().transform() instanceof FieldTransform.Custom));
    }

    private Stream<Name> shownNames() {
        return IntStream.range(0, shown().size()).mapToObj(index -> Name.of("godwit_shown_" + (index + 1)));
    }

    private String shownColumns() {
        List<Name> names = shownNames().toList();
        return IntStream.range(0, names.size())
                .mapToObj(index -> ", " + SOURCE + "." + QuotedName.of(shown().get(index)) + " AS "
                        + QuotedName.of(names.get(index)))
                .collect(Collectors.joining());
    }

    /** The source's columns that are shown of a refused row. */
    public List<Name> shown() {
        if (source != null) {
            return source.columns().stream()
                    .map(Column::name)
                    .filter(name -> !name.equals(StageTable.ROW) && !CustomColumn.is(name))
                    .toList();
        }
        return Stream.concat(
                        key.names().stream(),
                        transform.mapping().stream()
                                .map(FieldMapping::source)
                                .filter(Objects::nonNull)
                                .map(Name::of))
                .distinct()
                .toList();
    }

    /** How many rows of a range break a rule that only warns; empty if there is no such rule. */
    public Optional<String> warnings(KeyRange range) {
        String broken = Requirements.broken(transform);
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of("SELECT count(*) FROM (SELECT " + mapped(targets()) + where(range) + ") AS " + MAPPED
                        + " WHERE " + broken);
    }

    /** How many rows the source has. */
    public String count() {
        return "SELECT count(*)" + unmade(KeyRange.ALL);
    }

    /** The first whole number that is a key, and the last, which takes no look at each row. */
    public String extent() {
        String rows = SOURCE + "." + QuotedName.of(key.columns().get(0).name()) + ") FROM " + from + " AS " + SOURCE;
        return "SELECT (SELECT min(" + rows + ") AS godwit_first, (SELECT max(" + rows + ") AS godwit_last";
    }
}
