package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Row;
import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import io.godwit.tck.harness.ExpressionCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Universal expressions over a table of edge values: each is answered as PostgreSQL answers it, or refused by name. Expressions and
 * answers are data, in {@code expressions.txt}.
 */
public interface ExpressionContract extends DialectContract {

    private void makeEdgeValues() {
        apply(createTable(
                "edge",
                key("id"),
                column("n", SimpleType.INTEGER),
                column("m", SimpleType.INTEGER),
                column("big", bigint()),
                column("price", decimal(12, 2)),
                column("rate", decimal(8, 4)),
                column("d", SimpleType.DOUBLE),
                column("name", text()),
                column("code", ColumnType.parse("varchar(20)")),
                column("flag", bool()),
                column("j", SimpleType.JSON),
                column("u", SimpleType.UUID),
                column("day", SimpleType.DATE),
                column("ts", SimpleType.TIMESTAMP),
                column("at", SimpleType.TIMESTAMPTZ),
                column("a_null", text())));
        apply(insert("edge", ExpressionCase.rows().toArray(Row[]::new)));
    }

    private void answered(String section) {
        makeEdgeValues();
        List<String> wrong = new ArrayList<>();
        for (ExpressionCase one : ExpressionCase.section(section)) {
            String answer = answer(one);
            if (!alike(one, answer)) {
                wrong.add(one.expression() + "\n      should be " + one.expected() + "\n      but is    " + answer);
            }
        }
        assertThat(wrong).as("answers that are not PostgreSQL's").isEmpty();
    }

    /** Where JSON's numbers are floating-point ones, the zeros at their end are gone. */
    private boolean alike(ExpressionCase one, String answer) {
        String expected = one.expected();
        boolean digits =
                dialect().supports(Feature.JSON_DIGITS) || !one.expression().contains("j -");
        return answer.equals(digits ? expected : expected.replace("2.50", "2.5"));
    }

    private String answer(ExpressionCase one) {
        try {
            List<String> answers = rows("select " + one.expression() + " as x from edge order by id", one.type());
            return answers.stream()
                    .map(answer -> answer.isEmpty() ? "''" : answer)
                    .collect(Collectors.joining(" | "));
        } catch (UnsupportedByDialectException refusal) {
            return one.mayBeRefused() ? one.expected() : refusal.getMessage();
        } catch (RuntimeException failure) {
            return String.valueOf(failure) + " " + failure.getCause();
        }
    }

    @Test
    default void arithmeticIsPostgresqls() {
        answered("Arithmetic");
    }

    @Test
    default void comparisonsAndLogicArePostgresqls() {
        answered("Comparison and logic");
    }

    @Test
    default void functionsOfTextsArePostgresqls() {
        answered("Texts");
    }

    @Test
    default void patternsArePostgresqls() {
        answered("Patterns");
    }

    @Test
    default void functionsOfTimeArePostgresqls() {
        answered("Times");
    }

    @Test
    default void jsonIsPostgresqls() {
        answered("JSON");
    }

    @Test
    default void subqueriesAndAggregatesArePostgresqls() {
        answered("Subqueries and aggregates");
    }
}
