package io.godwit.tck.harness;

import io.godwit.tck.harness.EdgeExpressions.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL's answers for the universal set over the table of edge values, as a PostgreSQL server once gave them. */
final class StoredAnswers {

    private static final String FILE = "/io/godwit/tck/universal-answers.txt";
    private static final String ANSWER = " => ";
    private static final String ALL_ROWS = "all: ";

    private StoredAnswers() {}

    /** The stored text: a line for each expression. */
    static String text() {
        try (InputStream file = StoredAnswers.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers of each expression by row. */
    static Map<Edge, Map<Integer, String>> read() {
        Map<Edge, Map<Integer, String>> answers = new LinkedHashMap<>();
        text().lines().forEach(line -> {
            int colon = line.indexOf(": ");
            int answer = line.lastIndexOf(ANSWER);
            Edge edge = new Edge(line.substring(0, colon), line.substring(colon + 2, answer));
            answers.put(edge, byRow(list(line.substring(answer + ANSWER.length()))));
        });
        return answers;
    }

    private static List<String> list(String answers) {
        return answers.startsWith(ALL_ROWS)
                ? Collections.nCopies(EdgeTable.ROWS, answers.substring(ALL_ROWS.length()))
                : List.of(answers.split(" \\| ", -1));
    }

    private static Map<Integer, String> byRow(List<String> answers) {
        Map<Integer, String> rows = new LinkedHashMap<>();
        answers.forEach(answer -> rows.put(rows.size() + 1, answer));
        return rows;
    }

    static String write(Map<Edge, Map<Integer, String>> answers) {
        StringBuilder text = new StringBuilder();
        answers.forEach((edge, rows) -> {
            List<String> list = List.copyOf(rows.values());
            boolean same = list.size() > 1 && list.stream().distinct().count() == 1;
            text.append(edge.kind()).append(": ").append(edge.sql()).append(ANSWER);
            text.append(same ? ALL_ROWS + list.get(0) : String.join(" | ", list))
                    .append('\n');
        });
        return text.toString();
    }
}
