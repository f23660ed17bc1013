package io.godwit.dialect;

import io.godwit.schema.Name;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and renames identifiers in SQL text, leaving strings and comments alone. Immutable. */
public final class IdentifierText {

    /**
     * A string, a comment, a quoted identifier (group 1, in double quotes, backticks or brackets), or a bare one (group 2). A
     * bracket right behind a word or another bracket is a subscript or an array; the words of a type's or clause's long name are no names.
     */
    private static final Pattern TOKEN = Pattern.compile(
            "(?i:\\b(?:(?:group|order|partition) by|with(?:out)? time zone|at time zone|character varying|double precision)\\b)|"
                    + "'[^']*+(?:''[^']*+)*+'|--[^\\n]*|/\\*(?s:.*?)\\*/|(\"(?:[^\"]|\"\")*\"|`[^`]*`|(?<![\\p{L}\\p{N}_\"\\])])\\[[^\\]]*\\])"
                    + "|([\\p{L}_][\\p{L}\\p{N}_$]*)");

    /** No names unless they are quoted, wherever a catalog or a renderer writes them: a query's own words. */
    private static final Set<String> SYNTAX = Set.of(
            ("all and as asc between case cast cross desc distinct else end except exists from full group having in inner"
                            + " intersect is join left like natural not null on or order outer right select then union when"
                            + " where with")
                    .split(" ", -1));

    private final String text;

    public IdentifierText(String text) {
        this.text = text;
    }

    /** Whether the name stands in the text, quoted, or bare in any case if it is in lower case. */
    public boolean mentions(Name name) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (is(matcher, name)) {
                return true;
            }
        }
        return false;
    }

    /** The text with every mention of one name in the place of another, in double quotes. */
    public String rename(Name from, Name to) {
        Matcher matcher = TOKEN.matcher(text);
        StringBuilder renamed = new StringBuilder();
        while (matcher.find()) {
            String token = is(matcher, from) ? quotedAs(matcher.group(), to.text()) : matcher.group();
            matcher.appendReplacement(renamed, Matcher.quoteReplacement(token));
        }
        return matcher.appendTail(renamed).toString();
    }

    /** In the quotes that stand there: to some engines double quotes make a text. */
    private static String quotedAs(String token, String name) {
        return switch (token.charAt(0)) {
            case '`' -> '`' + name.replace("`", "``") + '`';
            case '[' -> '[' + name.replace("]", "]]") + ']';
            default -> '"' + name.replace("\"", "\"\"") + '"';
        };
    }

    private boolean is(Matcher token, Name name) {
        if (token.group(1) != null) {
            String quoted = token.group(1);
            return quoted.substring(1, quoted.length() - 1)
                    .replace("\"\"", "\"")
                    .equals(name.text());
        }
        return token.group(2) != null
                && token.group(2).toLowerCase(Locale.ROOT).equals(name.text())
                && !SYNTAX.contains(name.text())
                && !isTypeOrFunction(token);
    }

    /** {@code x::text}, {@code CAST(x AS text)} and {@code text(x)} name a type or a function, not a column. */
    private boolean isTypeOrFunction(Matcher token) {
        String before = text.substring(0, token.start()).stripTrailing().toLowerCase(Locale.ROOT);
        String after = text.substring(token.end()).stripLeading();
        return before.endsWith("::") || before.endsWith(" as") || after.startsWith("(");
    }
}
