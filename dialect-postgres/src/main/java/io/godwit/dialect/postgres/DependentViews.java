package io.godwit.dialect.postgres;

import io.godwit.dialect.IdentifierText;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The views that show a column, as far as their text tells, and the views over those.
 *
 * @param all every view that is known
 */
record DependentViews(List<View> all) {

    private static final Set<String> SELECTING = Set.of("select", "distinct", "all");

    /** Each behind those it depends on. */
    List<View> on(TableName table, Name column) {
        List<View> found = new ArrayList<>();
        for (View view : all) {
            if (mentions(view, table) && shows(view, column)) {
                collect(view, found);
            }
        }
        return found;
    }

    /** Moves a view that was found before behind the one at hand, which it may depend on too. */
    private void collect(View view, List<View> found) {
        found.remove(view);
        found.add(view);
        for (View over : all) {
            if (!over.equals(view) && mentions(over, view.name())) {
                collect(over, found);
            }
        }
    }

    private static boolean mentions(View view, TableName relation) {
        return new IdentifierText(view.query().text()).mentions(relation.name());
    }

    private static boolean shows(View view, Name column) {
        String query = view.query().text();
        return showsAll(query) || new IdentifierText(query).mentions(column);
    }

    /** A star shows every column, unless it multiplies or is all that an aggregate is asked for, as in {@code count(*)}. */
    private static boolean showsAll(String query) {
        for (int star = query.indexOf('*'); star >= 0; star = query.indexOf('*', star + 1)) {
            String before = query.substring(0, star).stripTrailing();
            String word = before.substring(wordStart(before));
            boolean selects = SELECTING.contains(word.toLowerCase(Locale.ROOT));
            if (selects || before.isEmpty() || ".,)".indexOf(before.charAt(before.length() - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int wordStart(String text) {
        int start = text.length();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
