package io.godwit.dialect.sqlite;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.DatabaseFile;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.Feature;
import io.godwit.dialect.ImpactRules;
import io.godwit.dialect.Introspector;
import io.godwit.dialect.ManyRows;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.PortableWords;
import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.ScratchDatabases;
import io.godwit.dialect.SessionSettings;
import io.godwit.dialect.SharedMoment;
import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinitions;
import io.godwit.dialect.TransactionRules;
import io.godwit.schema.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** SQLite in its parts. Immutable and thread-safe. */
final class SqliteDialect implements Dialect {

    static final String ENGINE = "sqlite";

    /** SQLite cuts no name; the limit is PostgreSQL's, so that what is named after something else is called the same there. */
    static final Naming NAMING = new Naming(63);

    private static final Set<Feature> FEATURES = EnumSet.of(
            Feature.TRANSACTIONAL_DDL,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.JSON_DIGITS,
            Feature.TEXT_KEYS,
            Feature.PRIMARY_KEY_NAMES,
            Feature.SET_DEFAULT,
            Feature.CASCADE_PATHS,
            Feature.CODE_POINT_LENGTHS,
            Feature.SUPPLEMENTARY_NAMES,
            Feature.SINGLE_WRITER);

    private final String version;
    private final SqlSyntax syntax;

    SqliteDialect(String version) {
        this.version = version;
        this.syntax = new SqliteSyntax(SqliteVersion.of(version));
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.copyOf(FEATURES);
    }

    @Override
    public boolean supports(Feature feature) {
        return FEATURES.contains(feature);
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
        return new SqliteRenderer(this, context);
    }

    @Override
    public ImpactRules impact() {
        return new SqliteImpact();
    }

    @Override
    public Introspector introspector() {
        return new SqliteIntrospector();
    }

    @Override
    public SplitterRules splitter() {
        return SplitterRules.with(
                SplitterRules.Syntax.BLOCK_BODIES, SplitterRules.Syntax.BACKTICKS, SplitterRules.Syntax.BRACKETS);
    }

    @Override
    public TransactionRules transactions() {
        return new SqliteTransactions();
    }

    @Override
    public Optional<ScratchDatabases> scratch() {
        return Optional.of(new SqliteCopies());
    }

    @Override
    public Optional<Connection> openInMemory() throws SQLException {
        return Optional.of(SqliteDatabaseFile.open(":memory:"));
    }

    @Override
    public Optional<DatabaseFile> file() {
        return Optional.of(new SqliteDatabaseFile());
    }

    @Override
    public ManyRows manyRows() {
        return new SqliteManyRows(SqliteVersion.of(version));
    }

    @Override
    public Optional<SharedMoment> sharedMoment() {
        return Optional.of(new SqliteSharedMoment());
    }

    @Override
    public BulkLoader loader() {
        return new SqliteLoader();
    }

    @Override
    public PortableWords portableWords() {
        return new SqliteWords();
    }

    @Override
    public TableDefinitions definitions() {
        return new SqliteDefinitions(syntax());
    }

    @Override
    public SessionSettings settings() {
        return new SqliteSettings();
    }

    @Override
    public PrivilegeCheck privileges() {
        return new SqlitePrivileges();
    }

    @Override
    public FailureClassifier failures() {
        return new SqliteFailures();
    }

    @Override
    public NativeScript nativeScript() {
        return new SqliteNativeScript();
    }

    @Override
    public String toString() {
        return ENGINE + " " + version;
    }
}
