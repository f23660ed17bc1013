package io.godwit.dialect.postgres;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.Feature;
import io.godwit.dialect.ImpactRules;
import io.godwit.dialect.Introspector;
import io.godwit.dialect.ManyRows;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.PortableWords;
import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.QueriedSessions;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.RowStaging;
import io.godwit.dialect.ScratchDatabases;
import io.godwit.dialect.SessionLock;
import io.godwit.dialect.SessionProbe;
import io.godwit.dialect.SessionSettings;
import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinitions;
import io.godwit.dialect.TransactionRules;
import io.godwit.schema.Naming;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL at one major version. Immutable and thread-safe. */
final class PostgresDialect implements Dialect {

    static final String ENGINE = "postgresql";

    /** NAMEDATALEN less the closing zero; a longer name is cut without an error. */
    private static final Naming NAMING = new Naming(63, true);

    private static final SplitterRules SPLITTER = SplitterRules.with(
            SplitterRules.Syntax.DOLLAR_QUOTES,
            SplitterRules.Syntax.NESTED_COMMENTS,
            SplitterRules.Syntax.ESCAPE_STRINGS);

    private static final Set<Feature> FEATURES = Collections.unmodifiableSet(EnumSet.of(
            Feature.TRANSACTIONAL_DDL,
            Feature.SCHEMAS,
            Feature.MATERIALIZED_VIEWS,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.INCLUDED_COLUMNS,
            Feature.CONCURRENT_INDEXES,
            Feature.SEQUENCES,
            Feature.PRIVILEGES,
            Feature.EXTENSIONS,
            Feature.PARTITIONS,
            Feature.COMMENTS,
            Feature.ARRAYS,
            Feature.FULLTEXT_INDEXES,
            Feature.JSON_INDEXES,
            Feature.JSON_DIGITS,
            Feature.TEXT_KEYS,
            Feature.PRIMARY_KEY_NAMES,
            Feature.SET_DEFAULT,
            Feature.CASCADE_PATHS,
            Feature.CODE_POINT_LENGTHS,
            Feature.SUPPLEMENTARY_NAMES,
            Feature.STATEMENTS_IN_ONE_MESSAGE));

    private final PostgresVersion version;
    private final SqlSyntax syntax = new PostgresSyntax();

    PostgresDialect(PostgresVersion version) {
        this.version = version;
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
        return new PostgresRenderer(this, context, version);
    }

    @Override
    public ImpactRules impact() {
        return new PostgresImpact();
    }

    @Override
    public Introspector introspector() {
        return new PostgresIntrospector(NAMING);
    }

    @Override
    public SplitterRules splitter() {
        return SPLITTER;
    }

    @Override
    public TransactionRules transactions() {
        return new PostgresTransactions();
    }

    @Override
    public ManyRows manyRows() {
        return new PostgresManyRows();
    }

    @Override
    public Optional<ScratchDatabases> scratch() {
        return Optional.of(new PostgresScratch(version));
    }

    @Override
    public BulkLoader loader() {
        return new PostgresLoader();
    }

    @Override
    public RowStaging staging() {
        return new PostgresStaging(this);
    }

    @Override
    public PortableWords portableWords() {
        return new PostgresWords();
    }

    @Override
    public TableDefinitions definitions() {
        return new PostgresDefinitions();
    }

    @Override
    public SessionSettings settings() {
        return new PostgresSettings(version);
    }

    /** Everybody sees the sessions of their own role; a state that is not told, as with track_activities off, counts as working. */
    @Override
    public SessionProbe probe() {
        return new QueriedSessions(
                "SELECT pg_backend_pid()",
                "SELECT coalesce(state, '') NOT LIKE 'idle%' FROM pg_stat_activity WHERE pid = ?");
    }

    @Override
    public Optional<SessionLock> lock() {
        return Optional.of(new PostgresLock());
    }

    @Override
    public PrivilegeCheck privileges() {
        return new PostgresPrivileges(syntax);
    }

    @Override
    public FailureClassifier failures() {
        return new PostgresFailures();
    }

    @Override
    public NativeScript nativeScript() {
        return new PostgresNativeScript();
    }
}
