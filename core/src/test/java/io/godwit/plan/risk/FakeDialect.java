package io.godwit.plan.risk;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.Feature;
import io.godwit.dialect.Impact;
import io.godwit.dialect.ImpactRules;
import io.godwit.dialect.Introspector;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.SessionSettings;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardImpact;
import io.godwit.schema.Naming;
import java.util.Set;

/** An engine with the features of a test, that can name and write but has no database. */
record FakeDialect(Set<Feature> features, ImpactRules impact) implements Dialect {

    static final FakeDialect PLAIN = new FakeDialect(
            Set.of(Feature.TRANSACTIONAL_DDL, Feature.SCHEMAS, Feature.CONCURRENT_INDEXES), new StandardImpact());

    /** Takes every change to be a copy. */
    static final FakeDialect COPYING = new FakeDialect(Set.of(Feature.SCHEMAS), (operation, before) -> Impact.COPY);

    @Override
    public String engine() {
        return "fake";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Naming naming() {
        return new Naming(128);
    }

    @Override
    public SqlSyntax syntax() {
        return new FakeSyntax();
    }

    @Override
    public Renderer renderer(RenderContext context) {
        throw new UnsupportedOperationException("nothing is rendered");
    }

    @Override
    public Introspector introspector() {
        throw new UnsupportedOperationException("there is no database");
    }

    @Override
    public SessionSettings settings() {
        throw new UnsupportedOperationException("there is no database");
    }

    @Override
    public FailureClassifier failures() {
        throw new UnsupportedOperationException("there is no database");
    }

    @Override
    public NativeScript nativeScript() {
        throw new UnsupportedOperationException("there is no client");
    }
}
