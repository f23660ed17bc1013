package io.godwit.dialect.mysql;

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
import io.godwit.dialect.SharedMoment;
import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinitions;
import io.godwit.dialect.TransactionRules;
import io.godwit.schema.Naming;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** MySQL at one version; {@link MariaDbDialect} states what MariaDB does differently. Immutable and thread-safe. */
class MySqlDialect implements Dialect {

    static final String ENGINE = "mysql";

    /** MySQL's limit is 64 characters; PostgreSQL's is kept, so that what is named after something is called the same there. */
    static final Naming NAMING = new Naming(63, true);

    private static final SplitterRules SPLITTER = SplitterRules.with(
            SplitterRules.Syntax.BACKSLASH_ESCAPES,
            SplitterRules.Syntax.BACKTICKS,
            SplitterRules.Syntax.HASH_COMMENTS,
            SplitterRules.Syntax.BLOCK_BODIES,
            SplitterRules.Syntax.DELIMITER_LINES);

    private static final Set<Feature> FEATURES = Collections.unmodifiableSet(EnumSet.of(
            Feature.EXPRESSION_INDEXES,
            Feature.PRIVILEGES,
            Feature.PARTITIONS,
            Feature.COMMENTS,
            Feature.FULLTEXT_INDEXES,
            Feature.CASCADE_PATHS,
            Feature.CODE_POINT_LENGTHS));

    private final ServerVersion version;
    private final MySqlSyntax syntax;

    MySqlDialect(ServerVersion version) {
        this(version, new MySqlSyntax(version));
    }

    MySqlDialect(ServerVersion version, MySqlSyntax syntax) {
        this.version = version;
        this.syntax = syntax;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public final String version() {
        return version.toString();
    }

    final ServerVersion serverVersion() {
        return version;
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public final Naming naming() {
        return NAMING;
    }

    @Override
    public final SqlSyntax syntax() {
        return syntax;
    }

    final MySqlSyntax mySqlSyntax() {
        return syntax;
    }

    @Override
    public Renderer renderer(RenderContext context) {
        return new MySqlRenderer(this, context);
    }

    @Override
    public ImpactRules impact() {
        return new MySqlImpact();
    }

    @Override
    public Introspector introspector() {
        return new MySqlIntrospector(NAMING, syntax);
    }

    @Override
    public final SplitterRules splitter() {
        return SPLITTER;
    }

    @Override
    public ManyRows manyRows() {
        return new MySqlManyRows();
    }

    @Override
    public Optional<SharedMoment> sharedMoment() {
        return Optional.of(new MySqlSharedMoment(syntax.isMariaDb()));
    }

    @Override
    public TransactionRules transactions() {
        return new MySqlTransactions();
    }

    @Override
    public Optional<ScratchDatabases> scratch() {
        return Optional.of(ScratchDatabases.IN_CATALOGS);
    }

    @Override
    public BulkLoader loader() {
        return new MySqlLoader(syntax);
    }

    @Override
    public RowStaging staging() {
        return new MySqlStaging(this);
    }

    @Override
    public PortableWords portableWords() {
        return new MySqlWords(engine(), syntax.isMariaDb());
    }

    @Override
    public TableDefinitions definitions() {
        return new MySqlDefinitions(syntax, settings());
    }

    @Override
    public MySqlSettings settings() {
        return new MySqlSettings(syntax);
    }

    /** Everybody sees the sessions of their own login. */
    @Override
    public final SessionProbe probe() {
        return new QueriedSessions(
                "SELECT connection_id()", "SELECT command <> 'Sleep' FROM information_schema.processlist WHERE id = ?");
    }

    @Override
    public final Optional<SessionLock> lock() {
        return Optional.of(new MySqlLock());
    }

    @Override
    public final PrivilegeCheck privileges() {
        return new MySqlPrivileges(syntax());
    }

    @Override
    public final FailureClassifier failures() {
        return new MySqlFailures();
    }

    @Override
    public NativeScript nativeScript() {
        return new MySqlNativeScript(syntax);
    }
}
