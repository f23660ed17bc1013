package io.godwit.benchmarks.scenario;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.operation.CreateTable;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import io.godwit.universal.UniversalTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The table that rows are read from and the one that they are written to: seven columns each. */
final class LoadTables {

    static final TableName TARGET = TableName.parse("contact");
    static final List<Column> COLUMNS = List.of(
            Column.of("id", SimpleType.BIGINT),
            Column.of("given_name", new VarcharType(40)),
            Column.of("full_name", new VarcharType(100)),
            Column.of("department", new VarcharType(20)),
            Column.of("score", SimpleType.INTEGER),
            Column.of("email", new VarcharType(100)),
            Column.of("born", SimpleType.DATE));
    static final List<String> DEPARTMENTS = List.of("Sales", "Support", "Research", "Purchase");

    private static final List<Column> SOURCE_COLUMNS = List.of(
            Column.of("id", SimpleType.BIGINT),
            Column.of("first_name", new VarcharType(40)),
            Column.of("last_name", new VarcharType(40)),
            Column.of("dept", SimpleType.INTEGER),
            Column.of("score", SimpleType.INTEGER),
            Column.of("email", new VarcharType(100)),
            Column.of("born", SimpleType.DATE));

    private LoadTables() {}

    static Dialect dialect(Connection connection) throws SQLException {
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class)) {
            var dialect = provider.forDatabase(connection.getMetaData());
            if (dialect.isPresent()) {
                return dialect.get();
            }
        }
        throw new IllegalStateException(
                "no dialect for " + connection.getMetaData().getDatabaseProductName());
    }

    static void createSource(Connection connection, int rows) throws SQLException {
        create(connection, "person", SOURCE_COLUMNS);
        Dialect dialect = dialect(connection);
        run(connection, dialect.transactions().begin());
        RowTarget target = RowTarget.of(dialect, connection, TableName.parse("person"), SOURCE_COLUMNS);
        try (RowWriter writer = dialect.loader().writer(target)) {
            for (int row = 0; row < rows; row++) {
                writer.add(person(row));
            }
            writer.flush();
        }
        run(connection, dialect.transactions().commit());
    }

    /** The table that rows are read from, without any. */
    static void emptySource(Connection connection) throws SQLException {
        run(connection, "DROP TABLE IF EXISTS person");
        create(connection, "person", SOURCE_COLUMNS);
    }

    private static Object[] person(int row) {
        return new Object[] {
            Integer.toString(row + 1),
            "first" + row % 977,
            "Last" + row % 9973,
            Integer.toString(row % 4),
            Integer.toString(row % 1000),
            "Person." + row + "@Example.org",
            "19" + (10 + row % 90) + "-0" + (1 + row % 9) + "-1" + row % 10
        };
    }

    /** A row of the source as a line of JSON. */
    static String line(int row) {
        Object[] values = person(row);
        StringBuilder line = new StringBuilder("{");
        for (int index = 0; index < values.length; index++) {
            boolean number = SOURCE_COLUMNS.get(index).type() instanceof SimpleType type && type != SimpleType.DATE;
            String quote = number ? "" : "\"";
            line.append(index == 0 ? "\"" : ", \"")
                    .append(SOURCE_COLUMNS.get(index).name().text())
                    .append("\": ")
                    .append(quote)
                    .append(values[index])
                    .append(quote);
        }
        return line.append("}").toString();
    }

    static void createTarget(Connection connection) throws SQLException {
        run(connection, "DROP TABLE IF EXISTS contact");
        create(connection, "contact", COLUMNS);
    }

    /** With the types that Godwit gives its tables. */
    private static void create(Connection connection, String name, List<Column> columns) throws SQLException {
        Dialect dialect = dialect(connection);
        List<Column> key = new ArrayList<>(columns);
        key.set(0, columns.get(0).notNull());
        Table table = Table.of(TableName.of(name), key).withPrimaryKey(PrimaryKey.of(List.of(Name.of("id"))));
        RenderContext context = new RenderContext(
                new SchemaState(new UnknownSchema(), dialect), new UniversalTranslator(dialect), Map.of(), note -> {});
        for (var statement : dialect.renderer(context).render(List.of(new CreateTable(table, false)))) {
            run(connection, statement.sql());
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
