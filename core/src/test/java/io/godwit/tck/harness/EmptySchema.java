package io.godwit.tck.harness;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.List;
import java.util.Optional;

/** A database in which there is nothing yet. */
public final class EmptySchema implements SchemaView {

    /** Nothing is there, and that is known. */
    public EmptySchema() {}

    @Override
    public Optional<Table> table(TableName name) {
        return Optional.empty();
    }

    @Override
    public Optional<View> view(TableName name) {
        return Optional.empty();
    }

    @Override
    public Optional<Sequence> sequence(TableName name) {
        return Optional.empty();
    }

    @Override
    public boolean hasSchema(Name name) {
        return false;
    }

    @Override
    public List<Table> referencing(TableName name) {
        return List.of();
    }

    @Override
    public boolean complete() {
        return true;
    }
}
