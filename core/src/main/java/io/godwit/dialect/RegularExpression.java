package io.godwit.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in the part of PostgreSQL's language (manual, chapter 9.7.3) that other engines can be told to read alike:
 * characters, lists of them, groups, alternatives, anchors, greedy quantifiers. Written for ICU and PCRE it names every character by
 * its number, so that no option or escape of theirs changes it. Letters, digits and blanks as classes are those of ASCII. Immutable.
 *
 * @param options what ICU and PCRE must know of it, as they write it
 * @param body the expression for ICU and PCRE, without its options
 * @param mayBeEmpty whether it may match nothing
 * @param settled whether the first match that a search by trial finds is the longest, which PostgreSQL takes; a yes or no needs no
 *     such thing, a replacement does
 * @param groups how many groups it has
 */
public record RegularExpression(String options, String body, boolean mayBeEmpty, boolean settled, int groups) {

    private static final int DEEPEST = 20;
    private static final Pattern TIMES = Pattern.compile("\\G\\{([0-9]{1,3})(,([0-9]{0,3}))?}");

    /** Reads an expression as the operators {@code ~} and {@code ~*} do; empty if it goes beyond that part. */
    public static Optional<RegularExpression> of(String expression, boolean anyCase) {
        try {
            Reader reader = new Reader(expression);
            Part whole = reader.alternatives();
            if (expression.startsWith("***") || reader.at < expression.length()) {
                return Optional.empty();
            }
            return Optional.of(new RegularExpression(
                    anyCase ? "(?si)" : "(?s-i)", whole.text(), whole.least() == 0, whole.settled(), reader.groups));
        } catch (IllegalArgumentException beyond) {
            return Optional.empty();
        }
    }

    /** Reads a pattern of SIMILAR TO, which the whole text must match; empty if it goes beyond that part. */
    public static Optional<RegularExpression> ofSimilar(String pattern) {
        StringBuilder expression = new StringBuilder("^(");
        boolean list = false;
        for (int at = 0; at < pattern.length(); at++) {
            char character = pattern.charAt(at);
            boolean opens = pattern.startsWith("[]", at) || pattern.startsWith("[^]", at);
            if (character == '\\' || opens || (list && character == '[')) {
                return Optional.empty();
            }
            list = character == '[' || (list && character != ']');
            expression.append(
                    list
                            ? String.valueOf(character)
                            : switch (character) {
                                case '%' -> ".*";
                                case '_' -> ".";
                                case '.', '^', '$' -> "\\" + character;
                                default -> String.valueOf(character);
                            });
        }
        return of(expression.append(")$").toString(), false);
    }

    /** The expression for ICU and PCRE. */
    public String written() {
        return options + body;
    }

    /** The same after another, itself the group that follows those of the other. */
    public String after(String other) {
        return options + other + "(" + body + ")";
    }

    /** Whether it matches at the start of a text alone. */
    public boolean isAnchored() {
        return body.startsWith("\\A") && body.indexOf('|') < 0;
    }

    /** A part with the least and the most characters that it matches; the most are negative without an end. */
    private record Part(String text, String bare, int least, int most, boolean settled) {

        boolean isFixed() {
            return least == most;
        }
    }

    /** Reads from left to right; what is beyond the common part is an IllegalArgumentException. */
    private static final class Reader {

        private final String text;
        private int at;
        private int depth;
        private int groups;

        Reader(String text) {
            this.text = text;
        }

        Part alternatives() {
            require(++depth <= DEEPEST);
            List<Part> branches = new ArrayList<>(List.of(sequence()));
            while (at < text.length() && text.charAt(at) == '|') {
                at++;
                branches.add(sequence());
            }
            depth--;
            Part first = branches.get(0);
            if (branches.size() == 1) {
                return first;
            }
            boolean alike = branches.stream()
                    .allMatch(branch -> branch.settled()
                            && ((branch.isFixed() && branch.least() == first.least() && first.isFixed())
                                    || branch.bare().equals(first.bare())));
            String written = branches.stream().map(Part::text).collect(Collectors.joining("|"));
            int least = branches.stream().mapToInt(Part::least).min().orElse(0);
            boolean endless = branches.stream().anyMatch(branch -> branch.most() < 0);
            int most =
                    endless ? -1 : branches.stream().mapToInt(Part::most).max().orElse(0);
            return new Part(written, written, least, most, alike);
        }

        private Part sequence() {
            StringBuilder written = new StringBuilder();
            StringBuilder bare = new StringBuilder();
            int least = 0;
            int most = 0;
            boolean settled = true;
            int start = at;
            while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
                Part item = item();
                written.append(item.text());
                bare.append(item.bare());
                least += item.least();
                most = most < 0 || item.most() < 0 ? -1 : most + item.most();
                settled &= item.settled();
            }
            require(at > start);
            return new Part(written.toString(), bare.toString(), least, most, settled);
        }

        private Part item() {
            char character = text.charAt(at);
            if (character == '^' || character == '$') {
                at++;
                require(at == text.length() || "*+?{".indexOf(text.charAt(at)) < 0);
                return new Part(character == '^' ? "\\A" : "\\z", "", 0, 0, true);
            }
            boolean group = character == '(';
            Part atom = group ? group() : new Part(single(), "", 1, 1, true);
            Part quantified = quantified(atom, group);
            return new Part(
                    quantified.text(), quantified.text(), quantified.least(), quantified.most(), quantified.settled());
        }

        private Part group() {
            boolean plain = text.startsWith("(?:", at);
            require(plain || !text.startsWith("(?", at));
            at += plain ? 3 : 1;
            groups += plain ? 0 : 1;
            Part inner = alternatives();
            require(at < text.length() && text.charAt(at) == ')');
            at++;
            return new Part(
                    (plain ? "(?:" : "(") + inner.text() + ")", "", inner.least(), inner.most(), inner.settled());
        }

        private Part quantified(Part atom, boolean group) {
            if (at == text.length() || "*+?{".indexOf(text.charAt(at)) < 0) {
                return atom;
            }
            int least;
            int most;
            String sign;
            Matcher times = TIMES.matcher(text);
            if (text.charAt(at) == '{') {
                require(times.find(at));
                least = Integer.parseInt(times.group(1));
                most = times.group(2) == null
                        ? least
                        : times.group(3).isEmpty() ? -1 : Integer.parseInt(times.group(3));
                require(least <= 255 && most <= 255 && (most < 0 || least <= most));
                sign = times.group();
            } else {
                sign = text.substring(at, at + 1);
                least = sign.equals("+") ? 1 : 0;
                most = sign.equals("?") ? 1 : -1;
            }
            at += sign.length();
            // A second sign would make it take as little as it can, or be an error.
            require(at == text.length() || "*+?{".indexOf(text.charAt(at)) < 0);
            boolean endless = most < 0 || atom.most() < 0;
            return new Part(
                    atom.text() + sign,
                    "",
                    atom.least() * least,
                    endless ? -1 : atom.most() * most,
                    atom.settled() && (!group || (least == most && atom.isFixed())));
        }

        /** One character, or one of a list. */
        private String single() {
            int codePoint = next();
            return switch (codePoint) {
                case '.' -> ".";
                case '[' -> list();
                case '\\' -> escaped();
                case ')', ']', '{', '}', '*', '+', '?' -> throw new IllegalArgumentException("a sign of its own");
                default -> number(codePoint);
            };
        }

        private String escaped() {
            int codePoint = next();
            String members = members(codePoint);
            if (members != null) {
                return (Character.isUpperCase(codePoint) ? "[^" : "[") + members + "]";
            }
            return number(literal(codePoint));
        }

        private static @Nullable String members(int letter) {
            return switch (letter) {
                case 'd', 'D' -> "0-9";
                case 'w', 'W' -> "A-Za-z0-9_";
                case 's', 'S' -> "\\x{9}-\\x{d}\\x{20}";
                default -> null;
            };
        }

        private static int literal(int codePoint) {
            return switch (codePoint) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                default -> {
                    require(codePoint < 128 && !Character.isLetterOrDigit(codePoint));
                    yield codePoint;
                }
            };
        }

        /** Ends at the first bracket that is not its first character. */
        private String list() {
            StringBuilder written = new StringBuilder("[");
            if (text.startsWith("^", at)) {
                at++;
                written.append('^');
            }
            int start = at;
            while (at == start || !text.startsWith("]", at)) {
                written.append(member());
            }
            at++;
            return written.append("]").toString();
        }

        private String member() {
            if (text.startsWith("[:", at)) {
                return named();
            }
            require(!text.startsWith("[.", at) && !text.startsWith("[=", at));
            int first = next();
            if (first == '\\') {
                int letter = next();
                String members = members(letter);
                if (members != null) {
                    require(Character.isLowerCase(letter));
                    return members;
                }
                first = literal(letter);
            }
            boolean range = text.startsWith("-", at) && !text.startsWith("-]", at);
            if (!range) {
                return number(first);
            }
            at++;
            int last = next();
            require(last != '\\' && last != '[' && first <= last);
            return number(first) + "-" + number(last);
        }

        private String named() {
            int end = text.indexOf(":]", at);
            require(end > 0);
            String name = text.substring(at + 2, end);
            at = end + 2;
            return switch (name) {
                case "alpha" -> "A-Za-z";
                case "digit" -> "0-9";
                case "alnum" -> "A-Za-z0-9";
                case "upper" -> "A-Z";
                case "lower" -> "a-z";
                case "space" -> "\\x{9}-\\x{d}\\x{20}";
                case "xdigit" -> "0-9A-Fa-f";
                default -> throw new IllegalArgumentException("a class that is not known");
            };
        }

        private int next() {
            require(at < text.length());
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            return codePoint;
        }

        private static String number(int codePoint) {
            return "\\x{" + Integer.toHexString(codePoint) + "}";
        }

        private static void require(boolean common) {
            if (!common) {
                throw new IllegalArgumentException("beyond the common part");
            }
        }
    }
}
