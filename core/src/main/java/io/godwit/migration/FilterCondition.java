package io.godwit.migration;

import io.godwit.schema.Expression;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A condition in universal SQL with parameters as {@code :name}, which stand where a value stands, never in quotes. Immutable.
 *
 * @param expression as it is written
 */
public record FilterCondition(Expression expression) {

    /** @throws IllegalArgumentException if it has quotes that do not close, or texts between dollar signs */
    public FilterCondition {
        replaced(expression.text(), name -> name);
    }

    /** The parameters that it names, in their order. */
    public Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        replaced(expression.text(), name -> {
            names.add(name);
            return name;
        });
        return names;
    }

    /** Names of columns in the places of parameters, so that all else stands where it stood. */
    public Expression shape() {
        return Expression.of(replaced(expression.text(), name -> "_" + name), expression.position());
    }

    /** Universal SQL in the places of parameters. */
    public String with(UnaryOperator<String> literals) {
        return replaced(expression.text(), literals);
    }

    private static String replaced(String text, UnaryOperator<String> literals) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = passed(text, at);
            if (end == at + 1 && text.charAt(at) == ':' && isStart(text, end)) {
                while (end < text.length() && isPart(text.charAt(end))) {
                    end++;
                }
                made.append(literals.apply(text.substring(at + 1, end)));
            } else {
                made.append(text, at, end);
            }
            at = end;
        }
        return made.toString();
    }

    /** Where what begins here ends: a quote, a comment, {@code ::}, or one character. */
    private static int passed(String text, int at) {
        char first = text.charAt(at);
        if (first == '$') {
            throw new IllegalArgumentException(
                    "a filter must not have dollar signs outside of quotes: parameters are :name");
        }
        if (first == '\'' || first == '"') {
            boolean escapes = first == '\''
                    && at > 0
                    && Character.toLowerCase(text.charAt(at - 1)) == 'e'
                    && (at == 1 || !isPart(text.charAt(at - 2)));
            return quoted(text, at, escapes);
        }
        if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end + 1;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0 || text.substring(at + 2, end).contains("/*")) {
                throw new IllegalArgumentException("a comment does not end, or holds another");
            }
            return end + 2;
        }
        return text.startsWith("::", at) ? at + 2 : at + 1;
    }

    private static int quoted(String text, int from, boolean escapes) {
        char quote = text.charAt(from);
        for (int at = from + 1; at < text.length(); at++) {
            if (escapes && text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                if (at + 1 == text.length() || text.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
        }
        throw new IllegalArgumentException("a quote does not close");
    }

    private static boolean isStart(String text, int at) {
        return at < text.length() && isPart(text.charAt(at)) && !Character.isDigit(text.charAt(at));
    }

    private static boolean isPart(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
