package io.godwit.universal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.schema.CharType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.VarcharType;
import io.godwit.universal.Node.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An array that is written out, as the JSON list that engines without arrays keep: {@code '{a,b}'} or {@code ARRAY['a', 'b']}. */
final class ArrayValue {

    private ArrayValue() {}

    /** Null for what is no written array, or for elements that JSON has in another form. */
    static @Nullable Literal of(Node node, ValueType type) {
        List<Node> elements = ArrayElements.of(node);
        if (elements == null) {
            return null;
        }
        List<String> json = new ArrayList<>();
        for (Node element : elements) {
            String text = element(element, type.elements());
            if (text == null) {
                return null;
            }
            json.add(text);
        }
        return Literal.ofJson("[" + String.join(",", json) + "]");
    }

    private static @Nullable String element(Node node, Kind kind) {
        if (node instanceof Node.Conversion conversion) {
            return saysNothing(conversion.type(), kind) ? element(conversion.operand(), kind) : null;
        }
        if (node instanceof Node.Brackets brackets) {
            return element(brackets.inner(), kind);
        }
        boolean negative =
                node instanceof Node.Operation operation && operation.name().equals("negative");
        Node inner = negative ? ((Node.Operation) node).operands().get(0) : node;
        if (!(inner instanceof Constant constant)) {
            return null;
        }
        return constant.kind() == Constant.Kind.NULL ? "null" : value((negative ? "-" : "") + constant.value(), kind);
    }

    /** Whether a cast leaves every value of that kind as it is. */
    private static boolean saysNothing(TypeText type, Kind kind) {
        return type.values().is(kind)
                && !(type.portable() instanceof VarcharType)
                && !(type.portable() instanceof CharType)
                && !(type.portable() instanceof DecimalType);
    }

    private static String quoted(String characters) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(characters)) + '"';
    }

    private static @Nullable String value(String characters, Kind kind) {
        return switch (kind) {
            case TEXT -> quoted(characters);
            case UUID -> quoted(characters.toLowerCase(Locale.ROOT));
            case INTEGER -> characters.strip().matches("-?(0|[1-9]\\d*)") ? characters.strip() : null;
            case DECIMAL, REAL, DOUBLE ->
                characters.strip().matches("-?(0|[1-9]\\d*)(\\.\\d+)?") ? characters.strip() : null;
            case BOOLEAN ->
                switch (characters.strip().toLowerCase(Locale.ROOT)) {
                    case "t", "true" -> "true";
                    case "f", "false" -> "false";
                    default -> null;
                };
            default -> null;
        };
    }
}
