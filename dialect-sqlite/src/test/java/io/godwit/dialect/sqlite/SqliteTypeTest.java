package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that come back as they were written, and values that are none of theirs. */
class SqliteTypeTest implements DialectContract {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uuid",
                "boolean",
                "smallint",
                "integer",
                "bigint",
                "real",
                "double",
                "text",
                "bytes",
                "date",
                "time",
                "timestamp",
                "timestamptz",
                "json",
                "varchar(1)",
                "varchar(65535)",
                "decimal(15,15)",
                "decimal(16,0)",
                "decimal(38,10)",
                "enum('a')",
                "enum('it''s','b, c','😀')",
                "array(text)",
                "array(decimal(5,2))",
                "array(enum('x','y'))",
                "array(varchar(5))",
                "vector(1536)"
            })
    void typeIsReadBackAndSurvivesRenames(String written) {
        ColumnType type = ColumnType.parse(written);
        apply(createTable("t", key("id"), column("c", type), column("Odd `name", type)));
        apply(renameTable("t", "other"), renameColumn("other", "c", "renamed \"c\""));
        assertThat(introspect("other", "renamed \"c\"").type()).isEqualTo(type);
        assertThat(introspect("other", "Odd `name").type()).isEqualTo(type);
        assertThat(introspect("other").checks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "uuid | '6F1C1F64-3F3C-4B0E-8F0A-2B8F3F7D9C11'",
                "uuid | '6f1c1f64-3f3c-4b0e-8f0a-2b8f3f7d9c1'",
                "uuid | '6f1c1f64-3f3c-4b0e-8f0a--b8f3f7d9c11'",
                "uuid | '------------------------------------'",
                "boolean | 2",
                "boolean | 'yes'",
                "date | '2024-02-30'",
                "date | '2024-1-1'",
                "date | 2460000",
                "date | 'now'",
                "time | '24:00:00.000000'",
                "time | '10:00:00'",
                "timestamp | '2023-02-29T00:00:00.000000'",
                "timestamp | '2024-01-01 00:00:00.000000'",
                "timestamp | '2024-01-01T00:00:00.000000Z'",
                "timestamptz | '2024-01-01T00:00:00.000000'",
                "timestamptz | '2024-01-01T00:00:00Z'",
                "timestamptz | CURRENT_TIMESTAMP",
                "json | '{a: 1}'",
                "json | ''",
                "varchar(3) | 'æøå😀'",
                "enum('a','b') | 'c'",
                "array(text) | '{}'",
                "vector(2) | '[1]'",
            })
    void whatIsNoValueIsRefused(String type, String value) {
        apply(createTable("t", key("id"), column("c", ColumnType.parse(type))));
        bench.execute("INSERT INTO t VALUES (1, NULL)");
        assertThat(applyExpectingFailure(sql("sqlite", "INSERT INTO t VALUES (2, " + value + ")")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "date | '2024-02-29'",
                "date | '0001-01-01'",
                "time | '23:59:59.999999'",
                "timestamp | '9999-12-31T23:59:59.999999'",
                "timestamptz | '2024-01-01T00:00:00.000000Z'",
                "timestamptz | strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')",
                "json | 'null'",
                "varchar(3) | 'æø😀'",
                "vector(2) | '[1, 2.5]'",
            })
    void whatIsAValueIsTaken(String type, String value) {
        apply(createTable("t", key("id"), column("c", ColumnType.parse(type))));
        bench.execute("INSERT INTO t VALUES (1, " + value + ")");
        assertThat(bench.rowsOf("SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void typesOfOthersKeepTheirWords() {
        bench.execute("""
                CREATE TABLE t (a VARCHAR(10), b DATETIME, c, d "long name"(1,2), e INT UNSIGNED, f FLOAT,
                  g TEXT CHECK (length(g) < 5), h TEXT CHECK (g <> ''), i DECIMAL(20,2))""");
        assertThat(introspect("t").columns())
                .extracting(column -> column.type().toString())
                .containsExactly(
                        "native{sqlite=VARCHAR(10)}",
                        "native{sqlite=DATETIME}",
                        "native{sqlite=BLOB}",
                        "native{sqlite=long name(1,2)}",
                        "native{sqlite=INT UNSIGNED}",
                        "native{sqlite=FLOAT}",
                        "text",
                        "text",
                        "native{sqlite=DECIMAL(20,2)}");
        assertThat(introspect("t").checks()).hasSize(2);
    }

    @Test
    void checkOfAnAuthorIsNoType() {
        apply(createTable(table("t", key("id"), column("c", text()), column("e", enumOf("a", "b")))
                .withChecks(List.of(check("ck_c", "c IN ('x','y')")))));
        apply(addColumn("t", column("d", text()).withCheck(expression("d IN ('x','y')"))));
        assertThat(introspect("t", "c").type()).isEqualTo(SimpleType.TEXT);
        assertThat(introspect("t", "d").type()).isEqualTo(SimpleType.TEXT);
        assertThat(introspect("t", "e").type()).isEqualTo(enumOf("a", "b"));
        assertThat(introspect("t").checks()).hasSize(2);
    }
}
