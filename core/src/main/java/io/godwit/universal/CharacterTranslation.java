package io.godwit.universal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code translate(text, 'abc', 'xy')} as one replacement after the other, where none touches what another has written. */
record CharacterTranslation(Node.FunctionCall call, Translation translation) {

    String template() {
        String from = call.arguments().size() == 3
                ? DerivedFunctions.text(call.arguments().get(1))
                : null;
        String to = from == null ? null : DerivedFunctions.text(call.arguments().get(2));
        if (from == null || to == null) {
            throw refused();
        }
        String text = DerivedFunctions.name(0);
        for (Map.Entry<String, String> step : ordered(steps(from, to)).entrySet()) {
            text = "replace(" + text + ", " + DerivedFunctions.quoted(step.getKey()) + ", "
                    + DerivedFunctions.quoted(step.getValue()) + ")";
        }
        // Of nothing to translate it is the text itself, and a text.
        return steps(from, to).isEmpty() ? text + " || ''" : text;
    }

    /** The first of two places of one character counts. */
    private static Map<String, String> steps(String from, String to) {
        int[] old = from.codePoints().toArray();
        int[] by = to.codePoints().toArray();
        Map<String, String> steps = new LinkedHashMap<>();
        for (int index = 0; index < old.length; index++) {
            steps.putIfAbsent(Character.toString(old[index]), index < by.length ? Character.toString(by[index]) : "");
        }
        steps.entrySet().removeIf(step -> step.getKey().equals(step.getValue()));
        return steps;
    }

    /** What a character becomes must itself be replaced before. */
    private Map<String, String> ordered(Map<String, String> steps) {
        Map<String, String> ordered = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>(steps.keySet());
        int idle = 0;
        while (!waiting.isEmpty()) {
            String next = waiting.removeFirst();
            String becomes = steps.getOrDefault(next, "");
            if (waiting.contains(becomes)) {
                waiting.addLast(next);
                if (++idle > waiting.size()) {
                    throw refused();
                }
            } else {
                ordered.put(next, becomes);
                idle = 0;
            }
        }
        return ordered;
    }

    private RuntimeException refused() {
        return translation.unsupported(
                call.at(),
                "translate() of characters to each other, or with texts that are no literals",
                "the engine replaces one after the other",
                "replace()");
    }
}
