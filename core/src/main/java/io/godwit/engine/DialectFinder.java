package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.dialect.TenantDialect;
import io.godwit.failure.DialectNotFoundException;
import io.godwit.failure.UnknownEngineException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.format.EngineName;
import io.godwit.schema.Name;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the one dialect that answers for a database. Immutable. */
public final class DialectFinder {

    private final List<DialectProvider> providers;
    private final @Nullable Name tenant;

    private DialectFinder(List<DialectProvider> providers, @Nullable Name tenant) {
        this.providers = List.copyOf(providers);
        this.tenant = tenant;
    }

    /** The same for a tenant that has one schema of the database for itself. */
    public DialectFinder inSchema(Name schema) {
        return new DialectFinder(providers, schema);
    }

    /**
     * The providers that are registered, and those that the service loader finds.
     *
     * @param registered given by the host; one of a class that the loader finds too counts once
     */
    public static DialectFinder with(List<DialectProvider> registered) {
        Map<String, DialectProvider> providers = new LinkedHashMap<>();
        registered.forEach(provider -> providers.put(provider.getClass().getName(), provider));
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class)) {
            providers.putIfAbsent(provider.getClass().getName(), provider);
        }
        return new DialectFinder(List.copyOf(providers.values()), null);
    }

    /**
     * The one dialect that answers for a live database.
     *
     * @throws DialectNotFoundException if none answers, or more than one
     */
    public Dialect forDatabase(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        List<DialectProvider> claimants = new ArrayList<>();
        Dialect found = null;
        for (DialectProvider provider : providers) {
            Optional<Dialect> dialect = provider.forDatabase(metadata);
            if (dialect.isPresent()) {
                claimants.add(provider);
                found = dialect.get();
            }
        }
        if (claimants.size() > 1) {
            throw new DialectNotFoundException("Two dialects claim this database: "
                    + claimants.stream()
                            .map(provider -> provider.getClass().getName())
                            .toList()
                    + ". Leave one of them off the class path.");
        }
        if (found == null) {
            throw new DialectNotFoundException(
                    "No dialect answers for " + metadata.getDatabaseProductName() + " "
                            + metadata.getDatabaseProductVersion() + "; known are " + engines()
                            + ". Add the module godwit-dialect-… of that engine, or register its DialectProvider on the builder.");
        }
        Name schema = tenant;
        return schema == null ? found : TenantDialect.of(found, schema, connection);
    }

    /**
     * The dialect for rendering without a database.
     *
     * @param engine its name, or an alias that documents may use too, such as {@code postgres} or {@code mssql}
     * @param version empty for the newest that is known
     * @throws UnknownEngineException if no provider has that name, or it does not know that version
     */
    public Dialect forEngine(String engine, String version) {
        DialectProvider provider = provider(engine);
        try {
            return provider.forVersion(version);
        } catch (IllegalArgumentException | UnsupportedByDialectException e) {
            throw unknown(Words.of(e) + ".", engine + ":" + version, e);
        }
    }

    private DialectProvider provider(String engine) {
        String name;
        try {
            name = EngineName.canonical(engine);
        } catch (IllegalArgumentException e) {
            throw unknown(Words.of(e) + "; at hand are " + String.join(", ", engines()) + ".", engine, e);
        }
        return providers.stream()
                .filter(provider -> provider.engine().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "There is no dialect for the engine '" + engine + "'; at hand are "
                                + String.join(", ", engines())
                                + ". Add the module godwit-dialect-… of that engine.",
                        engine,
                        null));
    }

    private UnknownEngineException unknown(String message, String asked, @Nullable Throwable cause) {
        return new UnknownEngineException(message, asked, engines(), cause);
    }

    /**
     * The versions of an engine that are worth rendering for, oldest first.
     *
     * @throws UnknownEngineException if no provider has that name
     */
    public List<String> versions(String engine) {
        DialectProvider provider = provider(engine);
        List<String> known = provider.versions();
        return known.isEmpty() ? List.of(provider.forVersion("").version()) : known;
    }

    /** The engines that can be rendered for, in order of their names. */
    public List<String> engines() {
        return providers.stream().map(DialectProvider::engine).sorted().toList();
    }
}
