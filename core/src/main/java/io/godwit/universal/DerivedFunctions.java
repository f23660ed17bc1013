package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.Node.Constant;
import io.godwit.universal.Node.FunctionCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Functions that other universal SQL can say: what PostgreSQL's manual says of them, once for all engines. Most are templates in
 * {@code universal-derived.txt}; some write their template for the literals in the call.
 */
final class DerivedFunctions {

    private static final String FILE = "universal-derived.txt";
    private static final String IS = " := ";
    private static final Map<String, List<Derived>> TEMPLATES = templates();

    private DerivedFunctions() {}

    /** A line of the file: a call, whose literals must be met and whose names are free, and what it means. */
    private record Derived(FunctionCall head, Template template) {

        /** What stands for each free name; null if the call is another. */
        @Nullable
        Map<String, Node> arguments(FunctionCall call) {
            if (call.arguments().size() != head.arguments().size()) {
                return null;
            }
            Map<String, Node> arguments = new HashMap<>();
            for (int index = 0; index < head.arguments().size(); index++) {
                Node given = call.arguments().get(index);
                if (head.arguments().get(index) instanceof Node.ColumnReference free) {
                    arguments.put(free.name().text(), given);
                } else if (!(head.arguments().get(index) instanceof Constant wanted)
                        || !wanted.value().equals(text(given))) {
                    return null;
                }
            }
            return arguments;
        }
    }

    /** The call in other universal SQL; null if it must be left to the engine's own forms. */
    static @Nullable Node of(FunctionCall call, Translation translation) {
        boolean own = call.qualifiers().isEmpty() || call.qualifiers().equals(List.of(Name.of("pg_catalog")));
        if (!own || translation.passesUnknown() || call.window() != null || call.filter() != null) {
            return null;
        }
        String written = written(call, translation);
        if (written != null) {
            return filled(Template.of(written), call, numbered(call), translation);
        }
        for (Derived derived : TEMPLATES.getOrDefault(call.name(), List.of())) {
            Map<String, Node> arguments = derived.arguments(call);
            if (arguments != null) {
                return filled(derived.template(), call, arguments, translation);
            }
        }
        return null;
    }

    private static Node filled(
            Template template, FunctionCall call, Map<String, Node> arguments, Translation translation) {
        arguments.forEach((name, argument) -> {
            if (template.repeats(name)) {
                new VolatileCheck(translation, call.name()).check(argument);
            }
        });
        return template.filled(call.at(), arguments);
    }

    private static @Nullable String written(FunctionCall call, Translation translation) {
        return switch (call.name()) {
            case "num_nulls" -> counted(call, 1, 0);
            case "num_nonnulls" -> counted(call, 0, 1);
            case "to_char" -> new TimePattern(call, translation).template();
            case "format" -> new FormatText(call, translation).template();
            case "to_date", "to_timestamp" ->
                call.arguments().size() == 2 ? new MomentPattern(call, translation).template() : null;
            case "translate" -> new CharacterTranslation(call, translation).template();
            default -> null;
        };
    }

    private static String counted(FunctionCall call, int ofNull, int ofValue) {
        List<String> counts = new ArrayList<>();
        IntStream.range(0, call.arguments().size())
                .forEach(index -> counts.add(
                        "CASE WHEN " + name(index) + " IS NULL THEN " + ofNull + " ELSE " + ofValue + " END"));
        return String.join(" + ", counts);
    }

    /** The name of an argument in a template that is written for a call. */
    static String name(int index) {
        return "a" + index;
    }

    private static Map<String, Node> numbered(FunctionCall call) {
        Map<String, Node> arguments = new HashMap<>();
        IntStream.range(0, call.arguments().size())
                .forEach(index -> arguments.put(name(index), call.arguments().get(index)));
        return arguments;
    }

    /** The characters of a string literal; null for anything else. */
    static @Nullable String text(Node node) {
        return node instanceof Constant constant && constant.kind() == Constant.Kind.TEXT ? constant.value() : null;
    }

    /** Characters as a literal of universal SQL. */
    static String quoted(String characters) {
        return "'" + characters.replace("'", "''") + "'";
    }

    private static Map<String, List<Derived>> templates() {
        Map<String, List<Derived>> templates = new HashMap<>();
        file().lines().filter(line -> line.contains(IS)).forEach(line -> {
            int is = line.indexOf(IS);
            if (Template.of(line.substring(0, is)).node() instanceof FunctionCall head) {
                templates
                        .computeIfAbsent(head.name(), name -> new ArrayList<>())
                        .add(new Derived(head, Template.of(line.substring(is + IS.length()))));
            }
        });
        return Map.copyOf(templates);
    }

    private static String file() {
        try (InputStream file = DerivedFunctions.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
