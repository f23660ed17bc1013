package io.godwit.tck.harness;

import io.godwit.universal.UniversalForm;
import io.godwit.universal.UniversalSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The universal set as expressions over the table of edge values: each place takes columns of its kind, or each literal. */
final class EdgeExpressions {

    private static final String TRAPS = "/io/godwit/tck/universal-traps.txt";

    private EdgeExpressions() {}

    /** An expression and the kind of its answers. */
    record Edge(String kind, String sql) {

        private static final String ROWS = "rows ";

        /** Whether it is a query of its own and not a value of each row. */
        boolean isQuery() {
            return kind.startsWith(ROWS);
        }

        /** The kinds of a query's columns. */
        List<String> kinds() {
            return List.of(kind.substring(ROWS.length()).split(" ", -1));
        }

        /** The query by itself, or the expression for all rows. */
        String query() {
            return isQuery() ? sql : "select " + sql + " as x from edge order by id";
        }
    }

    /** The whole set, and expressions that once went wrong. */
    static List<Edge> all() {
        return Stream.concat(UniversalSet.forms().stream().flatMap(form -> of(form).stream()), traps())
                .distinct()
                .toList();
    }

    private static Stream<Edge> traps() {
        try (InputStream file = EdgeExpressions.class.getResourceAsStream(TRAPS)) {
            if (file == null) {
                throw new IllegalStateException(TRAPS + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(EdgeExpressions::trap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Edge trap(String line) {
        int bar = line.indexOf(" | ");
        return new Edge(line.substring(0, bar), line.substring(bar + " | ".length()));
    }

    static List<Edge> of(UniversalForm form) {
        List<Edge> edges = new ArrayList<>();
        int variants = variants(form);
        for (int variant = 0; variant < variants; variant++) {
            edges.addAll(shown(form, form.filled(filling(form, variant))));
        }
        return edges;
    }

    /** As many as the longest list of literals has, and two where columns alone come in. */
    private static int variants(UniversalForm form) {
        return form.places().stream()
                .mapToInt(place -> place.startsWith("'")
                        ? literals(place).size()
                        : place.equals("interval") ? EdgeLiterals.intervals().size() : 2)
                .max()
                .orElse(1);
    }

    private static List<String> filling(UniversalForm form, int variant) {
        Map<String, Integer> met = new HashMap<>();
        List<String> filling = new ArrayList<>();
        for (String place : form.places()) {
            List<String> choices = choices(place);
            int index = variant + met.merge(place, 1, Integer::sum) - 1;
            // Two lists of literals of one length must not go in step.
            int shift = met.size() > 1 && place.startsWith("'") ? variant / choices.size() : 0;
            filling.add(choices.get((index + shift) % choices.size()));
        }
        return filling;
    }

    static List<String> choices(String place) {
        if (place.startsWith("'")) {
            return literals(place);
        }
        return place.equals("interval") ? EdgeLiterals.intervals() : columns(place);
    }

    private static List<String> literals(String place) {
        return EdgeLiterals.of(place.substring(1, place.length() - 1));
    }

    private static List<String> columns(String kind) {
        return EdgeKind.of(kind).columns();
    }

    /** Aggregates are asked of all rows, of none, and of groups. */
    private static List<Edge> shown(UniversalForm form, String sql) {
        if (!form.section().equals("Aggregates")) {
            return List.of(new Edge(form.result(), sql));
        }
        return List.of(
                new Edge(form.result(), "(select " + sql + " from edge)"),
                new Edge(form.result(), "(select " + sql + " from edge where id < 0)"),
                new Edge(form.result(), "(select " + sql + " from edge as b where b.k = edge.i)"));
    }
}
