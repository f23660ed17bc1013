package io.godwit.changelog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code --changeset author:id name:value …} of a formatted SQL file. Immutable.
 *
 * @param attributes by their names in lower case; quotes are taken off
 */
record ChangeSetHead(String author, String id, Map<String, String> attributes) {

    private static final Set<String> FLAGS = Set.of(
            "splitstatements",
            "stripcomments",
            "runonchange",
            "runalways",
            "runintransaction",
            "failonerror",
            "ignore");
    private static final Set<String> TEXTS = Set.of("context", "contextfilter", "labels");
    private static final Set<String> WORDS = Set.of("runwith", "rollbackenddelimiter");
    private static final String ENGINES = "dbms";

    /** Other names that Liquibase looks for anywhere in the line, also behind other letters. */
    private static final List<String> OTHERS = List.of(
            "enddelimiter", "rollbacksplitstatements", "runwithspoolfile", "logicalfilepath", "onfail", "onerror");

    private static final Pattern ENGINE_NAMES = Pattern.compile("[A-Za-z!][A-Za-z0-9_!,]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    /**
     * Reads what stands behind {@code --changeset}.
     *
     * @param text without blanks before it
     * @throws NotPlainException if Liquibase may read it in another way
     */
    static ChangeSetHead of(String text) throws NotPlainException {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if ((character < ' ' && character != '\t') || (character >= 0x7F && character < 0xA1)) {
                throw new NotPlainException("a character in " + text);
            }
        }
        int colon = text.indexOf(':');
        int end = colon < 1 ? -1 : blank(text, colon + 1);
        String author = colon < 1 ? "" : text.substring(0, colon);
        String id = colon < 1 ? "" : text.substring(colon + 1, end);
        boolean odd = id.isEmpty()
                || quoted(author)
                || quoted(id)
                || id.indexOf(':') >= 0
                || text.contains("${")
                || text.indexOf('\u2028') >= 0
                || text.indexOf('\u2029') >= 0
                || endsAsAttribute(author);
        if (odd) {
            throw new NotPlainException("an author or id: " + text);
        }
        return new ChangeSetHead(author, id, end == text.length() ? Map.of() : attributes(text, end));
    }

    private static boolean quoted(String name) {
        return name.indexOf('"') >= 0 || name.startsWith("'");
    }

    /** {@code labels:1} is an author and an id, and a label too. */
    private static boolean endsAsAttribute(String author) {
        String name = author.toLowerCase(Locale.ROOT);
        return FLAGS.stream().anyMatch(name::endsWith)
                || TEXTS.stream().anyMatch(name::endsWith)
                || WORDS.stream().anyMatch(name::endsWith)
                || OTHERS.stream().anyMatch(name::endsWith)
                || name.endsWith(ENGINES);
    }

    private static int blank(String text, int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) != ' ' && text.charAt(index) != '\t') {
            index++;
        }
        return index;
    }

    private static Map<String, String> attributes(String text, int from) throws NotPlainException {
        Map<String, String> attributes = new HashMap<>();
        int index = from;
        while (index < text.length()) {
            if (text.charAt(index) == ' ' || text.charAt(index) == '\t') {
                index++;
                continue;
            }
            int end = blank(text, index);
            int colon = text.indexOf(':', index);
            boolean quotes = colon >= 0 && colon < end && colon + 1 < text.length() && text.charAt(colon + 1) == '"';
            if (quotes) {
                end = text.indexOf('"', colon + 2) + 1;
                if (end == 0 || blank(text, end) != end) {
                    throw new NotPlainException("quotes in " + text);
                }
            }
            if (colon >= 0 && colon < end) {
                String value = quotes ? text.substring(colon + 2, end - 1) : text.substring(colon + 1, end);
                add(attributes, text.substring(index, colon).toLowerCase(Locale.ROOT), value);
            } else if (text.substring(index, end).indexOf('"') >= 0) {
                throw new NotPlainException("quotes in " + text);
            }
            index = end;
        }
        return attributes;
    }

    private static void add(Map<String, String> attributes, String name, String value) throws NotPlainException {
        boolean known;
        if (FLAGS.contains(name)) {
            known = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        } else if (name.equals(ENGINES)) {
            known = ENGINE_NAMES.matcher(value).matches();
        } else if (TEXTS.contains(name)) {
            known = !value.isBlank();
        } else {
            known = WORDS.contains(name) && WORD.matcher(value).matches();
        }
        if (!known || value.indexOf(':') >= 0 || value.indexOf('"') >= 0 || attributes.put(name, value) != null) {
            throw new NotPlainException("the attribute " + name);
        }
    }

    /** A flag, or what it is if it is not said. */
    boolean is(String name, boolean unsaid) {
        String value = attributes.get(name);
        return value == null ? unsaid : Boolean.parseBoolean(value);
    }

    /** Which engines it is for, as it is written; null for all. */
    @Nullable
    String engines() {
        return attributes.get(ENGINES);
    }

    /** Whether contexts or labels choose it. */
    boolean isChosen() {
        return TEXTS.stream().anyMatch(attributes::containsKey);
    }
}
