package io.godwit;

import io.godwit.archive.PackageReader;
import io.godwit.backup.BackupKeys;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupRetention;
import io.godwit.backup.BackupStore;
import io.godwit.backup.DumpTool;
import io.godwit.dialect.DialectProvider;
import io.godwit.engine.Authorizer;
import io.godwit.engine.BackupOptions;
import io.godwit.engine.BatchOptions;
import io.godwit.engine.Cancellation;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.ProgressListener;
import io.godwit.engine.RetryPolicy;
import io.godwit.engine.RunOptions;
import io.godwit.engine.TransactionScope;
import io.godwit.format.PluginSource;
import io.godwit.migration.CustomTransform;
import io.godwit.migration.CustomTransforms;
import io.godwit.plan.risk.RiskPolicy;
import io.godwit.schema.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Configures {@link Godwit}; only the data source is needed, everything else has a default. Not thread-safe. */
public final class GodwitBuilder {

    private static final System.Logger LOG = System.getLogger(GodwitBuilder.class.getPackageName());

    private final DataSource dataSource;
    private final List<PluginSource> plugins = new ArrayList<>();
    private final List<DialectProvider> dialects = new ArrayList<>();
    private final Map<String, String> typeMapping = new HashMap<>();
    private final Map<String, CustomTransform> customs = new HashMap<>();
    private String actor = System.getProperty("user.name", "unknown");
    private Authorizer authorizer = Authorizer.OPEN;
    private @Nullable Name tenant;
    private Duration lockWait = Duration.ofMinutes(5);
    private Duration lockTimeout = Duration.ofSeconds(10);
    private Duration statementTimeout = Duration.ZERO;
    private RetryPolicy retries = RetryPolicy.STANDARD;
    private TransactionScope scope = TransactionScope.MIGRATION;
    private RiskPolicy risk = RiskPolicy.STANDARD;
    private boolean continueOnError;
    private ProgressListener listener = GodwitBuilder::log;
    private @Nullable BackupStore backups;
    private @Nullable BackupKeys backupKeys;
    private boolean backupsTaken = true;
    private BackupRetention retention = BackupRetention.ALL;
    private @Nullable DumpTool dump;
    private String serverFolder = "";
    private BatchOptions batches = BatchOptions.STANDARD;
    private Cancellation cancellation = new Cancellation();
    private @Nullable Function<String, DataSource> scratch;
    private PackageReader packages = new PackageReader();

    GodwitBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /**
     * Works for a tenant that has one schema of the database for itself, with a history and a lock of its own: what plugins make goes
     * there, the schemas that they name are folded into the names of their tables, and SQL of the engine's own may name none. On
     * PostgreSQL; elsewhere it is refused when there is a connection, and tenants have data sources of their own.
     *
     * @param schema exactly as the engine knows it; it must be there
     */
    public GodwitBuilder tenant(String schema) {
        tenant = Name.of(schema);
        return this;
    }

    /** Adds a source of migrations. */
    public GodwitBuilder plugins(PluginSource source) {
        plugins.add(Objects.requireNonNull(source, "source"));
        return this;
    }

    /** Adds a dialect that the service loader does not find, as in a fat jar or OSGi. */
    public GodwitBuilder dialect(DialectProvider provider) {
        dialects.add(Objects.requireNonNull(provider, "provider"));
        return this;
    }

    /** Who does it, for the audit trail; the operating system's user unless said otherwise. */
    public GodwitBuilder actor(String name) {
        actor = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Is asked before every change, which happens only if all of it is allowed; everybody may do everything unless said otherwise. */
    public GodwitBuilder authorizer(Authorizer who) {
        authorizer = Objects.requireNonNull(who, "who");
        return this;
    }

    /** Is told of progress. */
    public GodwitBuilder listener(ProgressListener progress) {
        listener = Objects.requireNonNull(progress, "progress");
        return this;
    }

    /** Where backups are kept; there is none unless said here, and what needs one is refused. */
    public GodwitBuilder backups(BackupStore store) {
        backups = Objects.requireNonNull(store, "store");
        return this;
    }

    /** Stops what runs, from another thread. */
    public GodwitBuilder cancellation(Cancellation token) {
        cancellation = Objects.requireNonNull(token, "token");
        return this;
    }

    /**
     * Whether a backup is taken, and verified, before each migration that needs one; so unless said otherwise. What needs one is what
     * {@link io.godwit.plan.Plan#backups} says; without a place for backups such a plan is refused.
     */
    public GodwitBuilder takeBackups(boolean taken) {
        backupsTaken = taken;
        return this;
    }

    /**
     * What backups are encrypted with; they are not unless said here. What is not encrypted is not read then either. Needs the optional
     * libraries {@code jagged-framework} and {@code jagged-x25519}.
     */
    public GodwitBuilder backupKeys(BackupKeys keys) {
        backupKeys = Objects.requireNonNull(keys, "keys");
        return this;
    }

    /** Lets the engine's own tool write backups, of the whole database; Godwit writes the tables that matter unless said here. */
    public GodwitBuilder dumpTool(DumpTool tool) {
        dump = Objects.requireNonNull(tool, "tool");
        return this;
    }

    /**
     * Lets the server itself write backups, of the whole database, into a folder of its own machine; what is kept in the place for backups
     * then says where, and how it is brought back. On SQL Server (BACKUP DATABASE); elsewhere a backup is refused by name.
     *
     * @param folder as the server's machine knows it
     */
    public GodwitBuilder serverBackups(String folder) {
        serverFolder = Objects.requireNonNull(folder, "folder");
        return this;
    }

    /** Which backups of a plugin are kept once another was taken; all of them unless said otherwise. */
    public GodwitBuilder keepBackups(BackupRetention which) {
        retention = Objects.requireNonNull(which, "which");
        return this;
    }

    /** How long to wait for another runner; five minutes unless said otherwise. */
    public GodwitBuilder lockWait(Duration wait) {
        lockWait = Objects.requireNonNull(wait, "wait");
        return this;
    }

    /** How long one statement may wait for a lock in the database; ten seconds unless said otherwise. */
    public GodwitBuilder lockTimeout(Duration timeout) {
        lockTimeout = Objects.requireNonNull(timeout, "timeout");
        return this;
    }

    /** How long one statement may take; no limit unless said here or in a step. */
    public GodwitBuilder statementTimeout(Duration timeout) {
        statementTimeout = Objects.requireNonNull(timeout, "timeout");
        return this;
    }

    /** How often, and how patiently, what may pass is tried again; {@link RetryPolicy#STANDARD} unless said otherwise. */
    public GodwitBuilder retries(RetryPolicy policy) {
        retries = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** How long batches of a transform take, and when they wait; {@link BatchOptions#STANDARD} unless said. */
    public GodwitBuilder batches(BatchOptions options) {
        batches = Objects.requireNonNull(options, "options");
        return this;
    }

    /** What one transaction holds, where DDL is transactional; a migration unless said otherwise. */
    public GodwitBuilder transactions(TransactionScope what) {
        scope = Objects.requireNonNull(what, "what");
        return this;
    }

    /** What may run unasked, and what needs a backup; {@link RiskPolicy#STANDARD} unless said otherwise. */
    public GodwitBuilder risk(RiskPolicy policy) {
        risk = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Chooses another physical type, such as {@code typeMapping("uuid", "BINARY(16)")}.
     *
     * @param type a portable type as documents write it, with or without its parameters
     * @param physical the engine's type, put into DDL as it is
     */
    public GodwitBuilder typeMapping(String type, String physical) {
        typeMapping.put(type, physical);
        return this;
    }

    /**
     * Registers what mappings of {@code "type": "custom"} may name; a document never names a class.
     *
     * @param name exactly as documents have it
     * @throws IllegalArgumentException if the name is taken
     */
    public GodwitBuilder customTransform(String name, CustomTransform transform) {
        Objects.requireNonNull(transform, "transform");
        if (customs.putIfAbsent(Objects.requireNonNull(name, "name"), transform) != null) {
            throw new IllegalArgumentException("a custom transform '" + name + "' is registered already");
        }
        return this;
    }

    /**
     * How another database of the same server is opened, for a rehearsal: Godwit makes it, and removes it afterwards. Needed on PostgreSQL
     * only, where a connection stays in its database.
     *
     * @param opener gives a data source by the name of a database
     */
    public GodwitBuilder scratch(Function<String, DataSource> opener) {
        scratch = Objects.requireNonNull(opener, "opener");
        return this;
    }

    /**
     * How packages are read that are installed: whom they must be signed by, whether they may hold SQL of an engine's own, how large they may
     * be. {@link io.godwit.archive.PackageTrust#ANYBODY} unless said otherwise, and no SQL of an engine's own.
     */
    public GodwitBuilder packages(PackageReader reader) {
        packages = Objects.requireNonNull(reader, "reader");
        return this;
    }

    private @Nullable BackupPlace place() {
        BackupStore store = backups;
        return store == null ? null : new BackupPlace(store, backupKeys);
    }

    /**
     * Whether a migration that failed stops only what depends on it, and the later ones of its plugin; it stops the run unless said
     * otherwise. The report holds the first failure, and the others as findings.
     */
    public GodwitBuilder continueOnError(boolean goesOn) {
        continueOnError = goesOn;
        return this;
    }

    /**
     * Godwit for this database; takes no connection yet.
     *
     * @throws IllegalStateException if {@link #continueOnError} and one transaction over a run are both asked for
     */
    public Godwit build() {
        if (continueOnError && scope == TransactionScope.RUN) {
            throw new IllegalStateException(
                    "one transaction over the run takes everything back; continueOnError cannot go with it");
        }
        RunOptions options = new RunOptions(
                actor,
                authorizer,
                lockWait,
                lockTimeout,
                statementTimeout,
                retries,
                scope,
                continueOnError,
                listener,
                new BackupOptions(place(), backupsTaken, retention, dump, serverFolder),
                batches,
                cancellation);
        Planning planning = new Planning(plugins, typeMapping, risk, new CustomTransforms(customs));
        DialectFinder all = DialectFinder.with(dialects);
        Name schema = tenant;
        DialectFinder finder = schema == null ? all : all.inSchema(schema);
        return new Godwit(dataSource, finder, options, planning, scratch, packages);
    }

    /** For events that a host wants to see on {@link System.Logger}. */
    private static void log(ProgressEvent event) {
        LOG.log(System.Logger.Level.DEBUG, "{0}", event);
    }
}
