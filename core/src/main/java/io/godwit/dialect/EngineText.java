package io.godwit.dialect;

import io.godwit.schema.Expression;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes what was read from the engine itself. Stateless and thread-safe. */
final class EngineText implements Translator {

    @Override
    public String expression(Expression expression, @Nullable TableName table, SchemaView schema) {
        return expression.text();
    }

    @Override
    public String query(Query query, SchemaView schema) {
        return query.text();
    }

    @Override
    public List<String> statements(String statement, Position position, SchemaView schema) {
        return List.of(statement);
    }
}
