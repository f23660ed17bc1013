package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import io.godwit.tck.harness.EmptySchema;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What operations become, one after the other, on an empty database of one version. */
final class Rendering {

    private final Dialect dialect;
    private final SchemaState state;
    private final List<String> findings = new ArrayList<>();

    private Rendering(Dialect dialect) {
        this.dialect = dialect;
        this.state = new SchemaState(new EmptySchema(), dialect);
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
}
