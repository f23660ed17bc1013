package io.godwit.tck.harness;

import io.godwit.tck.harness.EdgeExpressions.Edge;
import io.godwit.universal.UniversalForm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random expressions of the universal set, answered by a PostgreSQL server and by the engine under test. For one thread. */
public final class Differential {

    private static final int AT_ONCE = 64;
    private static final int ROWS_AT_ONCE = 8;

    /** One of so many expressions may fail. */
    private static final int MOST_FAILURES = 20;

    private final UniversalCheck check;

    public Differential(Workbench bench) {
        this.check = new UniversalCheck(bench);
    }

    /**
     * Compares so many expressions. An engine may fail now and then where a step on the way has more digits than it can hold, or is
     * the text of JSON; what it answers must be right.
     *
     * @return what differs, in words; failures only if they are many
     */
    public List<String> differences(int cases, long seed) {
        Random random = new Random(seed);
        RandomExpression expressions = new RandomExpression(seed, this::usable);
        List<Integer> withinYears = new ArrayList<>(new EdgeTable().withinYears());
        List<String> all = new ArrayList<>();
        try (Connection reference = ReferenceServer.edges()) {
            EdgeSurvey survey = new EdgeSurvey(reference, query -> query);
            for (int done = 0; done < cases; done += AT_ONCE) {
                List<Edge> some = new ArrayList<>();
                for (int index = 0; index < Math.min(AT_ONCE, cases - done); index++) {
                    some.add(expressions.next());
                }
                Collections.shuffle(withinYears, random);
                List<Integer> rows =
                        withinYears.stream().limit(ROWS_AT_ONCE).sorted().toList();
                all.addAll(check.differences(survey.ask(distinct(some), rows)));
            }
            List<String> wrong = all.stream()
                    .filter(one -> !one.contains(": " + UniversalCheck.FAILS))
                    .toList();
            return (all.size() - wrong.size()) * MOST_FAILURES > cases ? all : wrong;
        } catch (SQLException e) {
            throw new IllegalStateException("the reference server cannot be asked", e);
        }
    }

    private static List<Edge> distinct(List<Edge> edges) {
        Map<Edge, Edge> distinct = new LinkedHashMap<>();
        edges.forEach(edge -> distinct.put(edge, edge));
        return List.copyOf(distinct.values());
    }

    /** Whether the engine has the form at all, of columns alone. */
    private boolean usable(UniversalForm form) {
        List<String> filling = new ArrayList<>();
        form.places()
                .forEach(place -> filling.add(EdgeExpressions.choices(place).get(0)));
        return check.translates(new Edge(form.result(), form.filled(filling)));
    }
}
