package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.CharType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.RowsBothWays;
import io.godwit.tck.harness.Workbench;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are read as bytes, where columns hold what their types do not promise. */
class SqliteRowBytesTest implements DialectContract {

    private static final List<ColumnType> TYPES = List.of(
            SimpleType.BIGINT,
            SimpleType.DOUBLE,
            SimpleType.TEXT,
            new VarcharType(9),
            new CharType(3),
            SimpleType.BYTES,
            SimpleType.BOOLEAN,
            SimpleType.DATE,
            SimpleType.TIMESTAMP,
            SimpleType.TIMESTAMPTZ,
            new DecimalType(10, 2));

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    /** Each of the values in a column of each type, also in one where none may be NULL. */
    private RowsBothWays kept(String... values) throws SQLException {
        List<Column> columns = new ArrayList<>(List.of(key("id")));
        for (ColumnType type : TYPES) {
            columns.add(column("c" + columns.size(), type));
            columns.add(column("c" + columns.size(), type).notNull());
        }
        apply(createTable("kept", columns.toArray(Column[]::new)));
        RowsBothWays rows = new RowsBothWays(bench, "kept").given("PRAGMA ignore_check_constraints = ON");
        int id = 0;
        for (String value : values) {
            String always = value.equals("NULL") ? "''" : value;
            rows.given("INSERT INTO kept SELECT " + id++ + (", " + value + ", " + always).repeat(TYPES.size()));
        }
        return rows;
    }

    @Test
    void valuesOfAnyClassAreTheSame() throws SQLException {
        RowsBothWays rows = kept(
                "NULL",
                "''",
                "'='",
                "1",
                "'1'",
                "9223372036854775807",
                "9007199254740993",
                "0.1",
                "-0.0",
                "1e300",
                "9e999",
                "-9e999",
                "1.0",
                "123456789012345678",
                "0.30000000000000004",
                "'2024-02-30'",
                "'2024-02-29 10:20:30.1234567'",
                "'2024-02-29T10:20:30+02:00'",
                "x''",
                "x'41'",
                "zeroblob(3)");
        assertThat(rows.same().lines()).hasSize(21);
        assertThat(rows.inBytes()).isPositive();
    }

    @Test
    void textsThatAreNoneAreReadByValue() throws SQLException {
        RowsBothWays rows = kept(
                "char(31)",
                "'a' || char(31) || 'b'",
                "char(0)",
                "'a' || char(0) || 'b'",
                "CAST(x'ff' AS TEXT)",
                "CAST(x'c080' AS TEXT)",
                "CAST(x'eda080' AS TEXT)",
                "CAST(x'f4908080' AS TEXT)",
                "CAST(x'e282' AS TEXT)",
                "CAST(x'41e282' AS TEXT)");
        assertThat(rows.same().lines()).hasSize(10);
        assertThat(rows.byValue()).isPositive();
    }

    @Test
    void longBytesAreReadByValue() throws SQLException {
        RowsBothWays rows = kept("zeroblob(100000)", "zeroblob(100001)");
        assertThat(rows.same().lines()).hasSize(2);
        assertThat(rows.byValue()).isEqualTo(2);
    }

    @Test
    void textsInUtf16AreReadByValue() throws SQLException {
        bench.expectAnything();
        RowsBothWays rows = new RowsBothWays(bench, "kept").given("PRAGMA encoding = 'UTF-16'");
        rows.given("CREATE TABLE kept (words TEXT)").given("INSERT INTO kept VALUES ('Zürich'), (NULL)");
        assertThat(rows.same().lines()).hasSize(2);
        assertThat(rows.inBytes()).isZero();
    }
}
