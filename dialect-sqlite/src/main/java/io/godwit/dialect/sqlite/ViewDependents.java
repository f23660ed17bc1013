package io.godwit.dialect.sqlite;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.ViewGraph;
import io.godwit.schema.TableName;
import io.godwit.schema.View;

/** The views that read a table or view; SQLite itself keeps no account of them. */
final class ViewDependents extends ViewGraph {

    ViewDependents(SchemaView schema) {
        super(schema);
    }

    @Override
    protected boolean reads(View view, TableName name) {
        return TableMentions.mentions(view.query().text(), name);
    }
}
