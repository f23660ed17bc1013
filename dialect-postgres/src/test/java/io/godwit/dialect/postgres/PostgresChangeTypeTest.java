package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateTable;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Value;
import io.godwit.tck.harness.ApplyFailedException;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresChangeTypeTest implements ObjectVocabulary {

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integer|7|text|7",
                "text|7|integer|7",
                "text|1.256|decimal(5,2)|1.26",
                "varchar(3)|abc|varchar(2)|fails",
                "text|abc|varchar(3)|abc",
                "text|abcd|varchar(3)|fails",
                "integer|12345|varchar(3)|fails",
                "boolean|true|integer|1",
                "boolean|true|decimal(3,1)|1.0",
                "smallint|2|boolean|true",
                "decimal(3,1)|0.0|boolean|false",
                "text|zo\u00eb|bytes|\\x7a6fc3ab",
                "bytes|\\x7a6fc3ab|text|zo\u00eb",
                "bytes|\\x7a6fc3ab|varchar(2)|fails",
                "text|{\"a\": 1}|json|{\"a\": 1}",
                "json|[1, 2]|text|[1, 2]",
                "text|11111111-2222-3333-4444-555555555555|uuid|11111111-2222-3333-4444-555555555555",
                "timestamptz|2024-02-29 23:30:00+00|date|2024-02-29",
                "timestamp|2024-02-29 23:30:00|time|23:30:00",
                "text|b|enum('a','b')|b",
                "text|c|enum('a','b')|fails",
                "enum('a','b')|b|enum('b','cc')|b",
                "enum('a','b')|a|enum('b','cc')|fails",
                "enum('a','b')|a|text|a",
                "array(integer)|{1,2}|array(text)|{1,2}",
                "array(text)|{1,2}|array(integer)|{1,2}",
            })
    void valuesAreCastAndNeverCut(String from, String value, String to, String expected) {
        bench.apply(new CreateTable(table("t", column("a b", ColumnType.parse(from))), false));
        bench.execute("INSERT INTO t VALUES ('" + value + "')");
        ChangeType change = new ChangeType(named("t"), Name.of("a b"), ColumnType.parse(to), null);

        if (expected.equals("fails")) {
            assertThatThrownBy(() -> bench.apply(change)).isInstanceOf(ApplyFailedException.class);
        } else {
            bench.apply(change);
            assertThat(type()).isEqualTo(ColumnType.parse(to));
            assertThat(bench.rowsOf("SELECT \"a b\"::text FROM t", SimpleType.TEXT))
                    .containsExactly(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|5|integer|5",
                "integer|5|text|5",
                "boolean|true|integer|1",
                "text|[]|json|[]",
                "enum('a','b')|b|enum('b','c')|b",
                "decimal(5,2)|5|integer|5",
            })
    void literalDefaultsAreSetAgain(String from, String before, String to, String after) {
        Value value = from.equals("boolean") || from.equals("integer") || from.startsWith("decimal")
                ? literal(before)
                : Literal.of(before);
        bench.apply(new CreateTable(
                table("t", column("a b", ColumnType.parse(from)).withDefaultValue(value)), false));

        bench.apply(new ChangeType(named("t"), Name.of("a b"), ColumnType.parse(to), null));

        Column column = bench.introspect().tables().get(named("t")).columns().get(0);
        assertThat(column.type()).isEqualTo(ColumnType.parse(to));
        assertThat(((Literal) column.defaultValue()).text()).isEqualTo(after);
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void defaultThatIsNoValueOfTheNewTypeIsRefused() {
        bench.apply(new CreateTable(
                table("t", column("a", SimpleType.TEXT).withDefaultValue(Literal.of("none"))), false));

        assertThatThrownBy(() -> bench.apply(new ChangeType(named("t"), Name.of("a"), SimpleType.INTEGER, null)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("its default 'none' is no value of type integer. Instead: dropDefault before it");
    }

    @Test
    void usingComesFromTheDocument() {
        bench.apply(new CreateTable(table("t", column("a b", SimpleType.TEXT)), false));
        bench.execute("INSERT INTO t VALUES ('abc')");

        bench.apply(new ChangeType(named("t"), Name.of("a b"), SimpleType.INTEGER, Expression.of("length(\"a b\")")));

        assertThat(bench.rowsOf("SELECT * FROM t", SimpleType.INTEGER)).containsExactly("3");
    }

    @Test
    void columnsOfThePartitionRuleKeepTheirType() {
        bench.apply(new CreateTable(
                table("t", column("a", SimpleType.INTEGER))
                        .withPartition(new Partition(Partition.Kind.HASH, List.of(Name.of("a")))),
                false));

        assertThatThrownBy(() -> bench.apply(new ChangeType(named("t"), Name.of("a"), SimpleType.BIGINT, null)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("partitionBy names it");
    }

    private ColumnType type() {
        return bench.introspect().tables().get(named("t")).columns().get(0).type();
    }

    private static Value literal(String text) {
        return text.equals("true") ? Literal.of(true) : Literal.of(Long.parseLong(text));
    }

    @Test
    void typeOfWhatAColumnIsCalculatedFromIsRefused() {
        Column twice =
                column("twice", SimpleType.INTEGER).withGenerated(new Generated(Expression.of("amount * 2"), true));
        bench.apply(new CreateTable(table("item", column("amount", SimpleType.INTEGER), twice), false));
        ChangeType change = new ChangeType(named("item"), Name.of("amount"), SimpleType.BIGINT, null);

        assertThatThrownBy(() -> bench.apply(change))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("twice");
    }
}
