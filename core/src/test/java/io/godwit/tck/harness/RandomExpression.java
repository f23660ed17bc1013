package io.godwit.tck.harness;

import io.godwit.universal.UniversalForm;
import io.godwit.universal.UniversalSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Draws expressions over the table of edge values from the universal set; the same seed draws the same. For one thread. */
final class RandomExpression {

    private static final int DEEPEST = 4;
    /** What is not a value of one row. */
    private static final Set<String> WHOLE = Set.of("Aggregates", "Windows", "Queries");

    private static final List<String> KINDS = List.of(
            "boolean",
            "integer",
            "bigint",
            "decimal",
            "double",
            "text",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "json");

    private final Random random;
    private final List<UniversalForm> forms;

    /** Draws from the forms that the engine has. */
    RandomExpression(long seed, Predicate<UniversalForm> usable) {
        this.random = new Random(seed);
        this.forms = UniversalSet.forms().stream()
                .filter(form -> !WHOLE.contains(form.section()))
                .filter(usable)
                .toList();
    }

    EdgeExpressions.Edge next() {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        return new EdgeExpressions.Edge(kind, expression(kind, 1 + random.nextInt(DEEPEST)));
    }

    private String expression(String kind, int depth) {
        List<UniversalForm> fitting =
                forms.stream().filter(form -> fits(form.result(), kind)).toList();
        if (depth == 0 || fitting.isEmpty() || random.nextInt(6) == 0) {
            return leaf(kind);
        }
        UniversalForm form = fitting.get(random.nextInt(fitting.size()));
        List<String> filling = new ArrayList<>();
        for (String place : form.places()) {
            boolean literal = place.startsWith("'") || place.equals("interval") || place.equals("count");
            String part = literal ? leaf(place) : expression(place, depth - 1);
            filling.add(literal ? part : bracketed(part, form.template()));
        }
        return form.filled(filling);
    }

    private static boolean fits(String result, String kind) {
        return result.equals(kind) || (result.equals("ascii") && kind.equals("text"));
    }

    /** Now and then without brackets, to see whether both sides read precedence alike; what binds tightly would change the kind. */
    private String bracketed(String expression, String template) {
        boolean tight = template.contains("::") || template.contains("collate") || template.contains("at time zone");
        boolean plain = expression.chars().allMatch(Character::isLetterOrDigit)
                || (!tight
                        && !expression.startsWith("not ")
                        && !expression.contains(" (array[")
                        && !expression.contains("[])")
                        && random.nextInt(12) == 0);
        return plain ? expression : "(" + expression + ")";
    }

    private String leaf(String kind) {
        List<String> choices = EdgeExpressions.choices(kind);
        boolean literal = random.nextInt(4) == 0;
        return literal && !kind.startsWith("'") && !kind.equals("interval")
                ? EdgeLiterals.value(kind, random)
                : choices.get(random.nextInt(choices.size()));
    }
}
