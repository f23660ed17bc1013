package io.godwit.dialect;

import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The views over a table or a view, as far as their text tells. For as long as the schema that it was made from; not thread-safe. */
public class ViewGraph {

    private final List<View> views;

    public ViewGraph(SchemaView schema) {
        this.views = schema.views();
    }

    /** Those that read it themselves. */
    public final List<View> of(TableName name) {
        return views.stream()
                .filter(view -> !view.name().folded().equals(name.folded()))
                .filter(view -> reads(view, name))
                .toList();
    }

    /** Those that read it through others too, the farthest first: in this order they can be dropped. */
    public final List<View> transitivelyOf(TableName name) {
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

    /** Whether the view's text has the name, with its schema or with the schema folded into it. */
    protected boolean reads(View view, TableName name) {
        IdentifierText text = new IdentifierText(view.query().text());
        return text.mentions(name.folded())
                || (text.mentions(name.name())
                        && name.schema().map(text::mentions).orElse(true));
    }
}
