package io.godwit.universal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the universal set. Immutable.
 *
 * @param section the heading under which it stands
 * @param result the kind of its value, such as {@code integer} or {@code text}
 * @param template universal SQL with {@code {kind}} for an expression of that kind and {@code {'kind'}} for a literal
 * @param note what is worth knowing; empty for nothing
 */
public record UniversalForm(String section, String result, String template, String note) {

    /** Kinds have four letters or more; shorter words in braces are JSON paths. */
    private static final Pattern PLACE = Pattern.compile("\\{('[a-z ]+'|[a-z]{4,})}");

    /** What must be filled in, from left to right: kinds, literals' kinds in quotes. */
    public List<String> places() {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    /** The expression with these in its places; there must be as many. */
    public String filled(List<String> expressions) {
        Iterator<String> next = expressions.iterator();
        return PLACE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(next.next()));
    }
}
