package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations become, one after the other, on an empty database of one version. */
final class Rendering {

    private final Dialect dialect;
    private final SchemaState state;
    private final List<String> findings = new ArrayList<>();

    private Rendering(Dialect dialect) {
        this.dialect = dialect;
        this.state = new SchemaState(new Nothing(), dialect);
    }

    static Rendering mySql(String version) {
        return new Rendering(new MySqlDialectProvider().forVersion(version));
    }

    static Rendering mariaDb(String version) {
        return new Rendering(new MariaDbDialectProvider().forVersion(version));
    }

    /** What is there before. */
    Rendering given(Operation... operations) {
        Arrays.asList(operations).forEach(state::apply);
        return this;
    }

    List<String> sql(Operation... operations) {
        return dialect
                .renderer(new RenderContext(state, new UniversalTranslator(dialect), Map.of(), findings::add))
                .render(List.of(operations))
                .stream()
                .map(Statement::sql)
                .toList();
    }

    List<String> findings() {
        return findings;
    }

    /** A database without anything in it. */
    private static final class Nothing implements SchemaView {

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
}
