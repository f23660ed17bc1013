package io.godwit.dialect.sqlite;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Translator;
import io.godwit.schema.Expression;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes every text as it is: what these tests write is SQLite's own. */
final class TestTranslator implements Translator {

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
