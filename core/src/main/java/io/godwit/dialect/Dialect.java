package io.godwit.dialect;

import io.godwit.schema.Naming;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One engine at one version, in small parts; each part has a standard that an engine overrides where it differs.
 *
 * <p>To add an engine: implement {@link DialectProvider} and this interface, start from {@link StandardRenderer} and
 * {@link StandardSyntax}, state what differs, and make the contract suite {@code io.godwit.tck.DialectTck} pass on a real
 * database. Implementations are immutable and thread-safe; rendering never touches a connection.
 */
public interface Dialect {

    /** The engine's canonical name, in lower case. */
    String engine();

    /** The version that this object renders for. */
    String version();

    /** The keys of {@code sql}, {@code native} and {@code databaseEngines} that mean this engine, the most exact first. */
    default List<String> keys() {
        return List.of(engine());
    }

    /** What the engine can do, as far as core or the contract suite asks. */
    Set<Feature> features();

    default boolean supports(Feature feature) {
        return features().contains(feature);
    }

    /** The name under which the engine knows a table, view or sequence: where it has no schemas, {@code a.b} and {@code a_b} are one. */
    default TableName known(TableName name) {
        return supports(Feature.SCHEMAS) ? name : new TableName(null, name.folded());
    }

    /** How long a name may be, and what unnamed things are called. */
    Naming naming();

    /** How names, literals, types and expressions are written. */
    SqlSyntax syntax();

    /** How operations become statements. */
    Renderer renderer(RenderContext context);

    /** What operations cost on a table that is in use. */
    default ImpactRules impact() {
        return new StandardImpact();
    }

    /** How the live schema is read. */
    Introspector introspector();

    /** How a script of the engine's own SQL is split. */
    default SplitterRules splitter() {
        return SplitterRules.STANDARD;
    }

    /** How a transaction is opened, checked and closed. */
    default TransactionRules transactions() {
        return TransactionRules.STANDARD;
    }

    /** How a database is made to rehearse on; empty where the host has to give one. */
    default Optional<ScratchDatabases> scratch() {
        return Optional.empty();
    }

    /**
     * Opens an empty database inside the process, which goes with its connection; empty where the engine is a server.
     *
     * @throws SQLException if the driver is not there
     */
    default Optional<Connection> openInMemory() throws SQLException {
        return Optional.empty();
    }

    /** How the database is copied as a file, and put back; empty where it is none. */
    default Optional<DatabaseFile> file() {
        return Optional.empty();
    }

    /** How the server writes a backup by itself; empty where it does not. */
    default Optional<ServerBackup> serverBackup() {
        return Optional.empty();
    }

    /** How a query of many rows is read in constant memory. */
    default ManyRows manyRows() {
        return ManyRows.STANDARD;
    }

    /** How several connections read one moment; empty where each has its own, or one reads as quickly. */
    default Optional<SharedMoment> sharedMoment() {
        return Optional.empty();
    }

    /** How rows leave a table exactly, and come back. */
    default BulkLoader loader() {
        return BulkLoader.STANDARD;
    }

    /** How rows wait beside their table before they are taken into it. */
    default RowStaging staging() {
        return new StandardStaging(this);
    }

    /** How a table is told so that it can be made again exactly. */
    default TableDefinitions definitions() {
        return new StandardDefinitions(this);
    }

    /** How what the engine says in its own words is said in portable ones. */
    default PortableWords portableWords() {
        return PortableWords.STANDARD;
    }

    /** What a session is told before work and after. */
    SessionSettings settings();

    /**
     * How one runner keeps the others out; empty where sessions hold no locks. Then a row of the database is leased, unless the engine
     * lets {@linkplain Feature#SINGLE_WRITER one writer} in at a time.
     */
    default Optional<SessionLock> lock() {
        return Optional.empty();
    }

    /** Whether the server still works for a session. */
    default SessionProbe probe() {
        return SessionProbe.NONE;
    }

    /** Which privileges a login lacks for what a plan will do. */
    default PrivilegeCheck privileges() {
        return PrivilegeCheck.NONE;
    }

    /** What a driver's exception means. */
    FailureClassifier failures();

    /** What the engine's own client needs around a script. */
    NativeScript nativeScript();
}
