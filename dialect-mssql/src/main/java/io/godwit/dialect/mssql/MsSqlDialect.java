package io.godwit.dialect.mssql;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.Feature;
import io.godwit.dialect.ImpactRules;
import io.godwit.dialect.Introspector;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.RowStaging;
import io.godwit.dialect.ScratchDatabases;
import io.godwit.dialect.ServerBackup;
import io.godwit.dialect.SessionLock;
import io.godwit.dialect.SessionSettings;
import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinitions;
import io.godwit.dialect.TransactionRules;
import io.godwit.schema.Naming;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL Server at one version. Immutable and thread-safe. */
final class MsSqlDialect implements Dialect {

    static final String ENGINE = "sqlserver";

    /** A name may have 128 characters; the limit is PostgreSQL's, so that what is named after something is called the same there. */
    static final Naming NAMING = new Naming(63, true);

    private static final SplitterRules SPLITTER = SplitterRules.with(
            SplitterRules.Syntax.GO_LINES, SplitterRules.Syntax.BRACKETS, SplitterRules.Syntax.NESTED_COMMENTS);

    private static final Set<Feature> FEATURES = Collections.unmodifiableSet(EnumSet.of(
            Feature.TRANSACTIONAL_DDL,
            Feature.SCHEMAS,
            Feature.PARTIAL_INDEXES,
            Feature.INCLUDED_COLUMNS,
            Feature.SEQUENCES,
            Feature.PRIVILEGES,
            Feature.COMMENTS,
            Feature.JSON_DIGITS,
            Feature.PRIMARY_KEY_NAMES,
            Feature.SET_DEFAULT,
            Feature.SUPPLEMENTARY_NAMES));

    private final MsSqlVersion version;
    private final SqlSyntax syntax;

    MsSqlDialect(MsSqlVersion version) {
        this.version = version;
        this.syntax = new MsSqlSyntax(version);
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public String version() {
        return version.toString();
    }

    @Override
    public List<String> keys() {
        return List.of(ENGINE);
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public Naming naming() {
        return NAMING;
    }

    @Override
    public SqlSyntax syntax() {
        return syntax;
    }

    @Override
    public Renderer renderer(RenderContext context) {
        return new MsSqlRenderer(this, context);
    }

    @Override
    public Introspector introspector() {
        return new MsSqlIntrospector();
    }

    @Override
    public ImpactRules impact() {
        return new MsSqlImpact();
    }

    @Override
    public SplitterRules splitter() {
        return SPLITTER;
    }

    @Override
    public TransactionRules transactions() {
        return new MsSqlTransactions();
    }

    @Override
    public Optional<ServerBackup> serverBackup() {
        return Optional.of(new MsSqlServerBackup());
    }

    @Override
    public Optional<ScratchDatabases> scratch() {
        return Optional.of(ScratchDatabases.IN_CATALOGS);
    }

    @Override
    public BulkLoader loader() {
        return new MsSqlLoader(syntax);
    }

    @Override
    public RowStaging staging() {
        return new MsSqlStaging(this);
    }

    @Override
    public TableDefinitions definitions() {
        return new MsSqlDefinitions(this);
    }

    @Override
    public SessionSettings settings() {
        return new MsSqlSettings();
    }

    @Override
    public Optional<SessionLock> lock() {
        return Optional.of(new MsSqlLock());
    }

    @Override
    public PrivilegeCheck privileges() {
        return new MsSqlPrivileges(syntax);
    }

    @Override
    public FailureClassifier failures() {
        return new MsSqlFailures();
    }

    @Override
    public NativeScript nativeScript() {
        return new MsSqlNativeScript();
    }

    @Override
    public String toString() {
        return ENGINE + " " + version;
    }
}
