package io.godwit.format;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Prints JSON in the one form that is hashed: sorted keys, no blanks, one way to write each number. */
final class CanonicalJson {

    /** No document holds a higher exponent; a number made in Java might, and must not fill memory with zeros. */
    private static final int LONGEST_TAIL = 1000;

    private final StringBuilder out = new StringBuilder(1024);

    static String print(JsonNode node) {
        CanonicalJson json = new CanonicalJson();
        json.append(node);
        return json.out.toString();
    }

    private void append(JsonNode node) {
        if (node instanceof JsonObject object) {
            char separator = '{';
            for (Map.Entry<String, JsonNode> field : new TreeMap<>(object.fields()).entrySet()) {
                JsonText.quote(field.getKey(), out.append(separator));
                out.append(':');
                append(field.getValue());
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (node instanceof JsonArray array) {
            out.append('[');
            for (int i = 0; i < array.items().size(); i++) {
                out.append(i == 0 ? "" : ",");
                append(array.items().get(i));
            }
            out.append(']');
        } else if (node instanceof JsonNumber number) {
            out.append(normalised(number.text()));
        } else {
            JsonText.scalar(node, out);
        }
    }

    /** Short whole numbers, which nearly all are, need no arithmetic. */
    private static String normalised(String number) {
        boolean plain = number.length() < 16
                && number.charAt(0) != '-'
                && number.chars().allMatch(Character::isDigit);
        return plain ? Long.toString(Long.parseLong(number)) : digits(new BigDecimal(number));
    }

    private static String digits(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal bare = number.stripTrailingZeros();
        boolean whole = bare.scale() <= 0 && bare.scale() > -LONGEST_TAIL;
        return whole ? bare.toBigIntegerExact().toString() : bare.unscaledValue() + "e" + -bare.scale();
    }
}
