package io.godwit.archive.dump;

import io.godwit.schema.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL of any engine as tokens, to compare two texts or to spell names anew. Immutable. */
final class SqlTokens {

    /** A text (1), a name in quotes (2), a bare word (3), or anything else; comments and blanks are left out. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/|('[^']*+(?:''[^']*+)*+')|(\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`"
                    + "|(?<![\\p{L}\\p{N}_\"\\])])\\[[^\\]]*\\])|([\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|::|<>|!=|<=|>=|==|\\|\\||~~\\*?|!~~\\*?|->>|->|.");

    /** Between these, whether brackets stand around them or not, all engines agree which comes first. */
    private static final Set<String> UNSAFE =
            Set.of("||", "not", "&", "|", "~", "^", "%", "->", "->>", "collate", "is");

    private enum Kind {
        TEXT,
        QUOTED,
        WORD,
        OTHER
    }

    private record Token(Kind kind, String text) {

        String name() {
            String inside = text.substring(1, text.length() - 1);
            return switch (text.charAt(0)) {
                case '`' -> inside.replace("``", "`");
                case '"' -> inside.replace("\"\"", "\"");
                default -> inside;
            };
        }
    }

    private final List<Token> tokens = new ArrayList<>();

    SqlTokens(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String text = matcher.group();
            if (matcher.group(1) != null) {
                tokens.add(new Token(Kind.TEXT, text));
            } else if (matcher.group(2) != null) {
                tokens.add(new Token(Kind.QUOTED, text));
            } else if (matcher.group(3) != null) {
                tokens.add(new Token(Kind.WORD, text));
            } else if (!text.isBlank() && !text.startsWith("--") && !text.startsWith("/*")) {
                tokens.add(new Token(Kind.OTHER, text));
            }
        }
    }

    /**
     * Whether two texts of one engine say the same, word for word.
     *
     * @param brackets whether the engine writes brackets by itself, so that they do not count
     */
    boolean sameAs(SqlTokens other, boolean brackets) {
        List<String> mine = words();
        List<String> theirs = other.words();
        if (mine.equals(theirs)) {
            return true;
        }
        boolean free = brackets || mine.stream().noneMatch(UNSAFE::contains);
        return free && unbracketed(mine).equals(unbracketed(theirs));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            words.add(
                    switch (token.kind()) {
                        case TEXT -> token.text();
                        case QUOTED -> token.name().toLowerCase(Locale.ROOT);
                        case WORD -> token.text().toLowerCase(Locale.ROOT);
                        case OTHER ->
                            switch (token.text()) {
                                case "==" -> "=";
                                case "!=" -> "<>";
                                default -> token.text();
                            };
                    });
        }
        return words;
    }

    /** Nor does AS before an alias tell anything. */
    private static List<String> unbracketed(List<String> words) {
        return words.stream()
                .filter(word -> !word.equals("(") && !word.equals(")") && !word.equals("as"))
                .toList();
    }

    /** The text with every name in double quotes; those that are known as they are known, whatever their case here. */
    String spelled(Collection<Name> known) {
        Map<String, String> exact = new HashMap<>();
        known.forEach(name -> exact.put(name.caseless(), name.text()));
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            String spelled = switch (token.kind()) {
                case QUOTED -> quoted(exact.getOrDefault(token.name().toLowerCase(Locale.ROOT), token.name()));
                case WORD -> {
                    String name = exact.get(token.text().toLowerCase(Locale.ROOT));
                    yield name == null || !mayBeName(at) ? token.text() : quoted(name);
                }
                default -> token.text();
            };
            boolean close = text.isEmpty() || ".(".indexOf(text.charAt(text.length() - 1)) >= 0;
            boolean closes = spelled.equals(".") || spelled.equals(",") || spelled.equals(")") || isCall(at);
            text.append(close || closes ? "" : " ").append(spelled);
        }
        return text.toString();
    }

    /** The bracket of a call stands right behind its name. */
    private boolean isCall(int at) {
        return at > 0 && tokens.get(at).text().equals("(") && tokens.get(at - 1).kind() == Kind.WORD;
    }

    /** Not in front of a bracket or a text, and not behind a cast's sign. */
    private boolean mayBeName(int at) {
        boolean called = at + 1 < tokens.size()
                && (tokens.get(at + 1).text().equals("(") || tokens.get(at + 1).kind() == Kind.TEXT);
        return !called && !(at > 0 && tokens.get(at - 1).text().equals("::"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
