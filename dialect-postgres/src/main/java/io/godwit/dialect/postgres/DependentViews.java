package io.godwit.dialect.postgres;

import io.godwit.dialect.IdentifierText;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * The views that show a column, as far as their text tells, and the views over those.
 *
 * @param all every view that is known
 */
record DependentViews(List<View> all) {

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
        return view.query().text().indexOf('*') >= 0
                || new IdentifierText(view.query().text()).mentions(column);
    }
}
