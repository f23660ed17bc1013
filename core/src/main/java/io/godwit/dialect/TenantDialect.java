package io.godwit.dialect;

import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An engine as a tenant sees it that has one schema of the database for itself: that schema is the only one, and the schemas that
 * plugins name are folded into their tables' names. History and lock are the tenant's own. Immutable and thread-safe.
 */
public final class TenantDialect implements Dialect {

    private final Dialect engine;
    private final Name tenant;
    private final Set<Feature> features;

    private TenantDialect(Dialect engine, Name tenant) {
        this.engine = engine;
        this.tenant = tenant;
        this.features = EnumSet.copyOf(engine.features());
        features.remove(Feature.SCHEMAS);
    }

    /**
     * The dialect of a tenant.
     *
     * @throws UnsupportedByDialectException if a session of the engine cannot be moved into a schema
     * @throws PlanRefusedException if the schema is not there
     */
    public static TenantDialect of(Dialect engine, Name tenant, Connection connection) throws SQLException {
        if (engine.settings().enter(tenant).isEmpty()) {
            throw new UnsupportedByDialectException(new Unsupported(
                    engine.engine(),
                    "tenants by schema (" + tenant + ")",
                    "a session of this engine cannot be given a default schema",
                    "give each tenant a data source of its own"));
        }
        if (!engine.introspector().hasSchema(connection, tenant)) {
            throw new PlanRefusedException("There is no schema '" + tenant
                    + "' for the tenant. Nothing was changed. Create it, and let the login make tables in it.");
        }
        return new TenantDialect(engine, tenant);
    }

    @Override
    public String engine() {
        return engine.engine();
    }

    @Override
    public String version() {
        return engine.version();
    }

    @Override
    public List<String> keys() {
        return engine.keys();
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.copyOf(features);
    }

    @Override
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    @Override
    public Naming naming() {
        return engine.naming();
    }

    @Override
    public SqlSyntax syntax() {
        return new TenantSyntax(engine.syntax());
    }

    @Override
    public Renderer renderer(RenderContext context) {
        return new TenantRenderer(engine.renderer(context), this);
    }

    @Override
    public ImpactRules impact() {
        return engine.impact();
    }

    @Override
    public Introspector introspector() {
        return new TenantIntrospector(engine.introspector());
    }

    @Override
    public SplitterRules splitter() {
        return engine.splitter();
    }

    @Override
    public TransactionRules transactions() {
        return engine.transactions();
    }

    @Override
    public ManyRows manyRows() {
        return engine.manyRows();
    }

    @Override
    public BulkLoader loader() {
        return engine.loader();
    }

    @Override
    public RowStaging staging() {
        return engine.staging();
    }

    @Override
    public TableDefinitions definitions() {
        return engine.definitions();
    }

    @Override
    public PortableWords portableWords() {
        return engine.portableWords();
    }

    @Override
    public SessionSettings settings() {
        return new TenantSettings(engine.settings(), tenant);
    }

    @Override
    public SessionProbe probe() {
        return engine.probe();
    }

    /** One lock for each history: tenants do not wait for each other. */
    @Override
    public Optional<SessionLock> lock() {
        return engine.lock().map(lock -> new TenantLock(lock, tenant));
    }

    @Override
    public PrivilegeCheck privileges() {
        return engine.privileges();
    }

    @Override
    public FailureClassifier failures() {
        return engine.failures();
    }

    @Override
    public Optional<Connection> openInMemory() throws SQLException {
        return engine.openInMemory();
    }

    @Override
    public NativeScript nativeScript() {
        return engine.nativeScript();
    }

    @Override
    public String toString() {
        return engine + " in schema " + tenant;
    }
}
