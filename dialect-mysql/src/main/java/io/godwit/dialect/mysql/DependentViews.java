package io.godwit.dialect.mysql;

import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.ViewGraph;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.List;
import java.util.regex.Pattern;

/** The views that read a table; the engine itself drops and renames under them, and they fail when they are next asked. */
final class DependentViews {

    /** A star that stands for columns; one that multiplies or is counted has something else before it. */
    private static final Pattern STAR = Pattern.compile("(?i)(?:\\bselect|\\bdistinct|\\ball|,|\\.)\\s*\\*");

    private final ViewGraph views;

    DependentViews(SchemaView schema) {
        this.views = new ViewGraph(schema);
    }

    List<View> on(TableName table) {
        return views.of(table);
    }

    /** Also those that read it through others, the farthest first. */
    List<View> over(TableName table) {
        return views.transitivelyOf(table);
    }

    /** Those whose text has the column's name, or a star. */
    List<View> on(TableName table, Name column) {
        return on(table).stream()
                .filter(view -> STAR.matcher(view.query().text()).find()
                        || new IdentifierText(view.query().text()).mentions(column))
                .toList();
    }
}
