package io.godwit.plan.transform;

import io.godwit.migration.FieldTransform;
import io.godwit.schema.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A function of a mapping as universal SQL calls it. Stateless. */
final class FunctionCall {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9 ]*(\\([0-9, ]+\\))?(\\[\\])?");

    private FunctionCall() {}

    /**
     * The call.
     *
     * @param value of the source; null if the mapping has none
     * @throws IllegalArgumentException if something is missing
     */
    static String of(FieldTransform.Function function, @Nullable String value) {
        return switch (function.name()) {
            case "now" -> "now()";
            case "uuid" -> "gen_random_uuid()";
            case "cast" -> cast(function, required(function, value));
            case "date_trunc" ->
                "date_trunc(" + first(function, "a unit such as \"month\"") + ", " + required(function, value) + ")";
            default -> call(function, required(function, value));
        };
    }

    private static String call(FieldTransform.Function function, String value) {
        List<String> arguments = new ArrayList<>(List.of(value));
        function.parameters().forEach(parameter -> arguments.add(UniversalSql.literal(parameter, null)));
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    private static String cast(FieldTransform.Function function, String value) {
        String type =
                function.parameters().size() == 1 ? function.parameters().get(0).text() : "";
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("cast wants one parameter, a type such as \"decimal(12,2)\"");
        }
        return "CAST(" + value + " AS " + type + ")";
    }

    private static String first(FieldTransform.Function function, String what) {
        List<Literal> parameters = function.parameters();
        if (parameters.size() != 1) {
            throw new IllegalArgumentException(function.name() + " wants one parameter, " + what);
        }
        return UniversalSql.literal(parameters.get(0), null);
    }

    private static String required(FieldTransform.Function function, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("the function " + function.name() + " needs a \"source\"");
        }
        return value;
    }

    /** Whether it gives something else at each call, so that what it gave cannot be asked for again. */
    static boolean isVolatile(FieldTransform.Function function) {
        return function.name().equals("uuid") || function.name().equals("random");
    }
}
