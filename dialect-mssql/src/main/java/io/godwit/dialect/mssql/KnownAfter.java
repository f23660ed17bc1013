package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.operation.Operation;

/** The context in which an operation has happened, so that what it brings is known to the translator. */
final class KnownAfter {

    private KnownAfter() {}

    static RenderContext of(Dialect dialect, RenderContext context, Operation operation) {
        SchemaState state = new SchemaState(context.schema(), dialect);
        state.apply(operation);
        return new RenderContext(state, context.translator(), context.typeMapping(), context.notes());
    }
}
