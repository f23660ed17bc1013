package io.godwit.dialect.mysql;

import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.SchemaView;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.List;
import java.util.regex.Pattern;

/** The views that read a table; the engine itself drops and renames under them, and they fail when they are next asked. */
final class DependentViews {

    /** A star that stands for columns; one that multiplies or is counted has something else before it. */
    private static final Pattern STAR = Pattern.compile("(?i)(?:\\bselect|\\bdistinct|\\ball|,|\\.)\\s*\\*");

    private final List<View> views;

    DependentViews(SchemaView schema) {
        this.views = schema.views();
    }

    List<View> on(TableName table) {
        return views.stream()
                .filter(view -> !view.name().folded().equals(table.folded()))
                .filter(view -> mentions(view, table))
                .toList();
    }

    /** Those whose text has the column's name, or a star. */
    List<View> on(TableName table, Name column) {
        return on(table).stream()
                .filter(view -> STAR.matcher(view.query().text()).find()
                        || new IdentifierText(view.query().text()).mentions(column))
                .toList();
    }

    private static boolean mentions(View view, TableName table) {
        IdentifierText text = new IdentifierText(view.query().text());
        return text.mentions(table.folded()) || (table.schema().isPresent() && text.mentions(table.name()));
    }
}
