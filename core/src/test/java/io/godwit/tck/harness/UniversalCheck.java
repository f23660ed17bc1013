package io.godwit.tck.harness;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Query;
import io.godwit.tck.harness.EdgeExpressions.Edge;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares an engine's answers for expressions over the table of edge values with PostgreSQL's. For one thread. */
public final class UniversalCheck {

    /** Begins what is said of an answer that is an error of the engine. */
    static final String FAILS = "fails";

    private final UniversalTranslator translator;
    private final SchemaView schema;
    private final EdgeSurvey survey;

    /** Makes the table of edge values on the bench. */
    public UniversalCheck(Workbench bench) {
        EdgeTable table = new EdgeTable();
        bench.apply(table.create(), table.insert());
        this.translator = new UniversalTranslator(bench.dialect());
        SchemaState made = new SchemaState(new EmptySchema(), bench.dialect());
        made.apply(table.create());
        this.schema = made;
        this.survey = new EdgeSurvey(bench.connection(), this::translated);
    }

    /** What differs from the stored answers for the whole universal set, in words. */
    public List<String> differences() {
        return differences(StoredAnswers.read());
    }

    /** What differs from these answers; an expression that is refused by name does not. */
    List<String> differences(Map<Edge, Map<Integer, String>> expected) {
        Map<List<Integer>, List<Edge>> byRows = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        expected.forEach((edge, answers) -> {
            List<Integer> rows = answered(answers);
            if (!rows.isEmpty() && translates(edge, differences)) {
                byRows.computeIfAbsent(rows, key -> new ArrayList<>()).add(edge);
            }
        });
        byRows.forEach((rows, edges) -> survey.ask(edges, rows)
                .forEach((edge, given) ->
                        compare(edge, rows, expected.getOrDefault(edge, Map.of()), given, differences)));
        return differences;
    }

    private String translated(String query) {
        return translator.query(Query.of(query), schema);
    }

    /** Whether the engine has a form for all of it. */
    boolean translates(Edge edge) {
        return translates(edge, new ArrayList<>());
    }

    private boolean translates(Edge edge, List<String> differences) {
        try {
            translated(edge.query());
            return true;
        } catch (UnsupportedByDialectException refusal) {
            if (refusal.location().isEmpty()
                    || refusal.unsupported().alternative().isBlank()) {
                differences.add(edge.sql() + ": is refused without place or alternative: " + refusal.getMessage());
            }
            return false;
        } catch (RuntimeException failure) {
            differences.add(edge.sql() + ": cannot be translated: " + failure);
            return false;
        }
    }

    /** The rows for which PostgreSQL has an answer. */
    private static List<Integer> answered(Map<Integer, String> answers) {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getValue().equals(AnswerReader.NONE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void compare(
            Edge edge,
            List<Integer> rows,
            Map<Integer, String> expected,
            Map<Integer, String> given,
            List<String> differences) {
        for (Integer row : rows) {
            String right = expected.getOrDefault(row, "nothing");
            String answer = given.getOrDefault(row, "nothing");
            boolean loud = answer.equals(AnswerReader.NONE) && AnswerReader.mayFail(right, edge.kind());
            if (!answer.equals(right) && !loud) {
                differences.add(edge.sql() + ": " + (answer.equals(AnswerReader.NONE) ? FAILS : "is " + answer)
                        + " where PostgreSQL has " + right + ", in row " + row);
                return;
            }
        }
    }
}
