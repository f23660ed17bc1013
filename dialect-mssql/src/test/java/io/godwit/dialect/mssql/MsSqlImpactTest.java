package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Impact;
import io.godwit.dialect.ImpactRules;
import io.godwit.dialect.SchemaState;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.Operation;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Generated;
import io.godwit.schema.Literal;
import io.godwit.tck.harness.EmptySchema;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.OperationVocabulary;
import io.godwit.tck.harness.TypeVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes write every row, which read them, and which do neither. */
class MsSqlImpactTest implements TypeVocabulary, OperationVocabulary, ObjectVocabulary {

    private final SchemaState schema =
            new SchemaState(new EmptySchema(), new MsSqlDialectProvider().forVersion("2022"));
    private final ImpactRules rules = new MsSqlImpact();

    MsSqlImpactTest() {
        schema.apply(createTable(
                "town",
                key("id"),
                column("name", varchar(40)),
                column("code", varchar(20)),
                column("size", integer()),
                column("land", bigint()),
                column("double_size", bigint()).withGenerated(new Generated(expression("size * 2"), true)),
                column("kind", enumOf("a", "b"))));
        schema.apply(createIndex("town", "name"));
        schema.apply(addCheck("town", check("land > 0")));
    }

    private Impact impact(Operation operation) {
        return rules.of(operation, schema);
    }

    @ParameterizedTest
    @CsvSource({
        "code, varchar(20), BRIEF",
        "code, varchar(30), BRIEF",
        "code, varchar(10), SCAN",
        "code, varchar(5000), REWRITE",
        "code, text, REWRITE",
        "code, integer, REWRITE",
        "name, varchar(50), SCAN",
        "land, integer, SCAN",
        "id, bigint, REWRITE",
        "size, integer, REWRITE",
        "gone, integer, REWRITE"
    })
    void typeIsChangedByTheRowsThatItMustTouch(String column, String type, Impact expected) {
        assertThat(impact(changeType("town", column, ColumnType.parse(type)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "decimal(10;2), decimal(19;2), SCAN",
        "decimal(9;2), decimal(10;2), REWRITE",
        "decimal(10;2), decimal(12;4), REWRITE",
        "bigint, smallint, SCAN",
        "smallint, bigint, REWRITE",
        "varchar(5000), varchar(6000), SCAN",
        "integer, text, REWRITE",
        "uuid, uuid, BRIEF"
    })
    void valueIsWrittenAgainWhereItsBytesChange(String from, String to, Impact expected) {
        assertThat(TypeImpact.of(type(from), type(to))).isEqualTo(expected);
    }

    private static ColumnType type(String text) {
        return ColumnType.parse(text.replace(';', ','));
    }

    @Test
    void valueGivenByAnExpressionIsWritten() {
        assertThat(impact(changeType("town", "code", varchar(30), "upper(code)")))
                .isEqualTo(Impact.REWRITE);
    }

    @Test
    void columnWithoutADefaultTouchesNoRow() {
        assertThat(impact(addColumn("town", column("mayor", text())))).isEqualTo(Impact.BRIEF);
        assertThat(impact(addColumn("town", column("kind_2", enumOf("a"))))).isEqualTo(Impact.SCAN);
        assertThat(impact(addColumn("town", column("mayor", varchar(5)).withUnique(true))))
                .isEqualTo(Impact.SCAN);
    }

    @Test
    void defaultIsWrittenToEveryRowWhereTheEditionIsNotKnown() {
        assertThat(impact(addColumn("town", column("rank", integer()).withDefaultValue(Literal.of(1)))))
                .isEqualTo(Impact.REWRITE);
        assertThat(impact(addColumn("town", identity("number")))).isEqualTo(Impact.REWRITE);
    }

    @Test
    void notNullReadsTheRowsAndNullDoesNot() {
        assertThat(impact(setNotNull("town", "code"))).isEqualTo(Impact.SCAN);
        assertThat(impact(dropNotNull("town", "code"))).isEqualTo(Impact.BRIEF);
        assertThat(impact(dropNotNull("town", "name"))).isEqualTo(Impact.SCAN);
    }

    @Test
    void primaryKeyIsTheOrderOfTheTable() {
        assertThat(impact(addPrimaryKey("town", "code"))).isEqualTo(Impact.REWRITE);
        assertThat(impact(dropPrimaryKey("town"))).isEqualTo(Impact.SCAN);
        assertThat(impact(setNotNull("town", "id"))).isEqualTo(Impact.REWRITE);
    }

    @Test
    void indexIsNeverMadeOnline() {
        CreateIndex create = createIndex("town", "size");
        assertThat(impact(create)).isEqualTo(Impact.SCAN);
        assertThat(impact(new CreateIndex(create.table(), create.index(), true, false)))
                .isEqualTo(Impact.SCAN);
        assertThat(rules.gentler(create))
                .hasValueSatisfying(way -> assertThat(way).contains("ONLINE = ON", "Enterprise"));
    }

    @Test
    void renamedColumnCostsWhatHasItsNameInItsText() {
        assertThat(impact(renameColumn("town", "code", "zip"))).isEqualTo(Impact.BRIEF);
        assertThat(impact(renameColumn("town", "name", "title"))).isEqualTo(Impact.BRIEF);
        assertThat(impact(renameColumn("town", "land", "country"))).isEqualTo(Impact.SCAN);
        assertThat(impact(renameColumn("town", "kind", "sort"))).isEqualTo(Impact.SCAN);
        assertThat(impact(renameColumn("town", "size", "people"))).isEqualTo(Impact.REWRITE);
    }
}
