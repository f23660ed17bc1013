package io.godwit.tck.harness;

import io.godwit.tck.harness.EdgeExpressions.Edge;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Asks a database for the answers of many expressions over the table of edge values, many in one query. For one thread. */
final class EdgeSurvey {

    private static final int IN_ONE_QUERY = 16;

    private final Connection connection;
    private final UnaryOperator<String> translation;

    /**
     * Over a connection in autocommit mode.
     *
     * @param translation from a universal query to the engine's
     */
    EdgeSurvey(Connection connection, UnaryOperator<String> translation) {
        this.connection = connection;
        this.translation = translation;
    }

    /** The answers for these rows, by row; {@link AnswerReader#NONE} for one that fails. */
    Map<Edge, Map<Integer, String>> ask(List<Edge> edges, List<Integer> rows) {
        Map<Edge, Map<Integer, String>> answers = new LinkedHashMap<>();
        List<Edge> values = edges.stream().filter(edge -> !edge.isQuery()).toList();
        for (int from = 0; from < values.size(); from += IN_ONE_QUERY) {
            List<Edge> some = values.subList(from, Math.min(values.size(), from + IN_ONE_QUERY));
            try {
                answers.putAll(together(some, rows));
            } catch (SQLException failure) {
                some.forEach(edge -> answers.put(edge, alone(edge, rows)));
            }
        }
        edges.stream().filter(Edge::isQuery).forEach(edge -> answers.put(edge, Map.of(1, rows(edge))));
        return answers;
    }

    /** All rows of a query as one answer. */
    private String rows(Edge edge) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(translation.apply(edge.sql()))) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (String kind : edge.kinds()) {
                    row.add(AnswerReader.read(result, row.size() + 1, kind));
                }
                rows.add(String.join(", ", row));
            }
            return String.join("; ", rows);
        } catch (SQLException failure) {
            return AnswerReader.NONE;
        }
    }

    private Map<Integer, String> alone(Edge edge, List<Integer> rows) {
        try {
            return answer(edge, rows);
        } catch (SQLException failure) {
            return rowByRow(edge, rows);
        }
    }

    /** A window sees other rows than its own: it is answered for all of them or for none. */
    private Map<Integer, String> rowByRow(Edge edge, List<Integer> rows) {
        Map<Integer, String> answers = new LinkedHashMap<>();
        boolean window = edge.sql().contains(" over (");
        for (Integer row : rows) {
            try {
                answers.putAll(window ? Map.of(row, AnswerReader.NONE) : answer(edge, List.of(row)));
            } catch (SQLException failure) {
                answers.put(row, AnswerReader.NONE);
            }
        }
        return answers;
    }

    private Map<Integer, String> answer(Edge edge, List<Integer> rows) throws SQLException {
        return together(List.of(edge), rows).getOrDefault(edge, Map.of());
    }

    private Map<Edge, Map<Integer, String>> together(List<Edge> edges, List<Integer> rows) throws SQLException {
        Map<Edge, Map<Integer, String>> answers = new LinkedHashMap<>();
        edges.forEach(edge -> answers.put(edge, new LinkedHashMap<>()));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(translation.apply(query(edges, rows)))) {
            while (result.next()) {
                int row = result.getInt(1);
                int column = 2;
                for (Map.Entry<Edge, Map<Integer, String>> entry : answers.entrySet()) {
                    entry.getValue()
                            .put(
                                    row,
                                    AnswerReader.read(
                                            result, column++, entry.getKey().kind()));
                }
            }
        }
        return answers;
    }

    private static String query(List<Edge> edges, List<Integer> rows) {
        List<String> items = new ArrayList<>();
        items.add("id");
        edges.forEach(edge -> items.add(edge.sql() + " as c" + items.size()));
        String where = rows.size() == EdgeTable.ROWS
                ? ""
                : rows.stream().map(String::valueOf).collect(Collectors.joining(", ", " where id in (", ")"));
        return "select " + String.join(", ", items) + " from edge" + where + " order by id";
    }
}
