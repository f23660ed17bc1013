package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.EmptySchema;
import io.godwit.universal.Definitions;
import io.godwit.universal.UniversalScript;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders operations for a SQL Server that is not there, one after the other, and checks every statement. For one test. */
final class OfflineRendering {

    private final Dialect dialect;
    private final Translator translator;
    private final SchemaState state;
    private final Definitions definitions = new Definitions();
    private final Grammar grammar = new Grammar();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    OfflineRendering(Dialect dialect) {
        this.dialect = dialect;
        this.translator = new UniversalOnly(new UniversalTranslator(dialect));
        this.state = new SchemaState(new EmptySchema(), dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    /** What the dialect refuses by name is no statement; what others could do in their own SQL is not known here. */
    void apply(Operation operation) {
        if (operation instanceof Sql sql
                && sql.text().forEngine(dialect.keys()).isEmpty()
                && sql.text().universal().isPresent()) {
            read(new UniversalScript(sql.text().universal().orElseThrow(), dialect, definitions, finding -> {}));
        } else {
            render(operation);
        }
    }

    private void read(UniversalScript script) {
        try {
            while (script.hasNext()) {
                script.next(state).forEach(this::render);
            }
        } catch (UnsupportedByDialectException | InvalidMigrationException refused) {
            refusals.add(String.valueOf(refused.getMessage()));
        }
    }

    private void render(Operation operation) {
        try {
            RenderContext context = new RenderContext(state, translator, Map.of(), findings::add);
            for (Statement statement : dialect.renderer(context).render(List.of(operation))) {
                grammar.check(statement.sql());
                statements.add(statement.sql());
            }
        } catch (UnsupportedByDialectException | InvalidMigrationException refused) {
            refusals.add(String.valueOf(refused.getMessage()));
        }
        state.apply(operation);
        definitions.follow(operation);
    }

    void query(String select) {
        try {
            grammar.check(translator.query(Query.of(select), state));
        } catch (UnsupportedByDialectException | InvalidMigrationException refused) {
            refusals.add(String.valueOf(refused.getMessage()));
        }
    }

    /** What SQL Server would have got so far. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    /** What people were told so far. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** What was refused by name so far. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Leaves out what is in the words of the engine on which the suite plays. */
    private record UniversalOnly(Translator universal) implements Translator {

        @Override
        public String expression(Expression expression, @Nullable TableName table, SchemaView schema) {
            return expression.language() == Language.ENGINE ? "NULL" : universal.expression(expression, table, schema);
        }

        @Override
        public String condition(Expression expression, @Nullable TableName table, SchemaView schema) {
            return expression.language() == Language.ENGINE ? "1 = 1" : universal.condition(expression, table, schema);
        }

        @Override
        public String query(Query query, SchemaView schema) {
            return query.language() == Language.ENGINE ? "SELECT 1 AS [x]" : universal.query(query, schema);
        }

        @Override
        public List<String> statements(String statement, Position position, SchemaView schema) {
            return universal.statements(statement, position, schema);
        }
    }
}
