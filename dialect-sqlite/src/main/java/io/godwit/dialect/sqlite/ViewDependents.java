package io.godwit.dialect.sqlite;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The views that read a table or view; SQLite itself keeps no account of them. */
final class ViewDependents {

    private final List<View> views;

    ViewDependents(SchemaView schema) {
        this.views = schema.views();
    }

    /** Those that read it themselves. */
    List<View> of(TableName name) {
        return views.stream()
                .filter(view -> !view.name().folded().equals(name.folded()))
                .filter(view -> TableMentions.mentions(view.query().text(), name))
                .toList();
    }

    /** Those that read it through others too, the farthest first: in this order they can be dropped. */
    List<View> transitivelyOf(TableName name) {
        List<View> found = new ArrayList<>();
        collect(name, new HashSet<>(), found);
        return found;
    }

    private void collect(TableName name, Set<View> seen, List<View> found) {
        for (View view : of(name)) {
            if (seen.add(view)) {
                collect(view.name(), seen, found);
                found.add(view);
            }
        }
    }
}
