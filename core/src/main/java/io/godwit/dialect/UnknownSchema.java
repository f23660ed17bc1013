package io.godwit.dialect;

import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.List;
import java.util.Optional;

/** What is known of a database that nobody looked at: nothing. */
public final class UnknownSchema implements SchemaView {

    /** Knows nothing. */
    public UnknownSchema() {}

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
        return false;
    }
}
