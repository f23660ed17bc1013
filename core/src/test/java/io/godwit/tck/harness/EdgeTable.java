package io.godwit.tck.harness;

import io.godwit.operation.CreateTable;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code edge}: in each column the edge values of its kind, NULL among them, shuffled by a fixed seed so that columns of
 * one kind meet in ever new pairs.
 */
final class EdgeTable {

    static final String NAME = "edge";
    static final int ROWS = 48;

    private final Map<String, ColumnType> types = new LinkedHashMap<>();
    private final Map<String, List<@Nullable String>> values = new LinkedHashMap<>();

    EdgeTable() {
        for (EdgeKind kind : EdgeKind.values()) {
            for (String column : kind.columns()) {
                types.put(column, type(kind, column));
                values.put(column, shuffled(kind, column));
            }
        }
    }

    private static ColumnType type(EdgeKind kind, String column) {
        return switch (kind) {
            case COUNT -> column.equals("k") ? SimpleType.SMALLINT : SimpleType.INTEGER;
            case DECIMAL -> ColumnType.parse(column.equals("price") ? "decimal(12,2)" : "decimal(8,4)");
            case TEXT -> column.equals("code") ? ColumnType.parse("varchar(60)") : SimpleType.TEXT;
            case ASCII -> SimpleType.TEXT;
            default -> SimpleType.valueOf(kind.name());
        };
    }

    /** The rows, counted from 1, in which no year is the first or the last: a day more or a month less is a year of the set too. */
    List<Integer> withinYears() {
        return IntStream.range(0, ROWS)
                .filter(row -> values.values().stream().noneMatch(column -> isLimit(column.get(row))))
                .mapToObj(row -> row + 1)
                .toList();
    }

    static boolean isLimit(@Nullable String value) {
        return value != null && (value.startsWith("0001-") || value.startsWith("9999-"));
    }

    /** Every value once or more, and a NULL in about one row of eight. */
    private static List<@Nullable String> shuffled(EdgeKind kind, String column) {
        List<@Nullable String> pool = new ArrayList<>(kind.held());
        if (kind == EdgeKind.DECIMAL) {
            int scale = column.equals("price") ? 2 : 4;
            pool.removeIf(value -> new BigDecimal(String.valueOf(value)).scale() > scale);
        }
        for (int nulls = pool.size() / 8; nulls >= 0; nulls--) {
            pool.add(null);
        }
        List<@Nullable String> rows = new ArrayList<>();
        while (rows.size() < ROWS) {
            rows.addAll(pool);
        }
        List<@Nullable String> cut = new ArrayList<>(rows.subList(0, ROWS));
        Collections.shuffle(cut, new Random(column.hashCode()));
        return cut;
    }

    /** The table as operations make it. */
    CreateTable create() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("id", SimpleType.INTEGER).withPrimaryKey(true).notNull());
        types.forEach((name, type) -> columns.add(Column.of(name, type)));
        return new CreateTable(Table.of(new TableName(null, Name.of(NAME)), columns), false);
    }

    InsertRows insert() {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<Name, Value> cells = new LinkedHashMap<>();
            cells.put(Name.of("id"), Literal.of(row + 1L));
            for (String column : types.keySet()) {
                cells.put(
                        Name.of(column),
                        literal(types.get(column), values.get(column).get(row)));
            }
            rows.add(new Row(cells));
        }
        return new InsertRows(new TableName(null, Name.of(NAME)), rows);
    }

    private static Literal literal(@Nullable ColumnType type, @Nullable String value) {
        if (value == null) {
            return Literal.NULL;
        } else if (type == SimpleType.BOOLEAN) {
            return Literal.of(Boolean.parseBoolean(value));
        } else if (type == SimpleType.JSON) {
            return Literal.ofJson(value);
        }
        boolean number = type != SimpleType.TEXT && value.matches("-?[0-9.]+(e-?[0-9]+)?") && !isText(type);
        return number ? Literal.of(new BigDecimal(value)) : Literal.of(value);
    }

    private static boolean isText(@Nullable ColumnType type) {
        return type == SimpleType.UUID || String.valueOf(type).startsWith("varchar");
    }

    /** The same table in PostgreSQL's own SQL, made by nothing that is under test. */
    List<String> postgresql() {
        List<String> statements = new ArrayList<>();
        statements.add(types.entrySet().stream()
                .map(column -> column.getKey() + " " + physical(column.getValue()))
                .collect(Collectors.joining(", ", "CREATE TABLE edge (id integer PRIMARY KEY, ", ")")));
        for (int row = 0; row < ROWS; row++) {
            int index = row;
            statements.add(values.values().stream()
                    .map(column -> quoted(column.get(index)))
                    .collect(Collectors.joining(", ", "INSERT INTO edge VALUES (" + (row + 1) + ", ", ")")));
        }
        return statements;
    }

    private static String physical(ColumnType type) {
        return switch (type.toString()) {
            case "double" -> "double precision";
            case "bytes" -> "bytea";
            case "json" -> "jsonb";
            default -> type.toString();
        };
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }
}
