package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.backup.BackupKeys;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupStore;
import io.godwit.engine.Cancellation;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of options and environment what a host gives to Godwit. */
final class Host {

    private static final String DEFAULT_PASSWORD_VARIABLE = "GODWIT_PASSWORD";
    private static final String DEFAULT_OTHER_PASSWORD_VARIABLE = "GODWIT_WITH_PASSWORD";
    private static final Path DEFAULT_BACKUPS = Path.of("godwit-backups");

    private final GlobalOptions options;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private boolean keepsBackups;
    private boolean tellsFaultsLater;
    private final Cancellation cancellation;

    Host(GlobalOptions options, Map<String, String> environment, Terminal terminal, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.options = options;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Godwit on the database, with the plugins if there are any: their faults come before any connection is made. */
    GodwitBuilder on() {
        return on(url());
    }

    /** As {@link #on()}, for a command that changes nothing: it makes no file either. */
    GodwitBuilder reading() {
        String url = url();
        return SqliteFile.missing(url)
                .map(file -> {
                    terminal.error().println(terminal.notable("note: ") + file + " is not there yet; migrate makes it");
                    return on(SqliteFile.EMPTY);
                })
                .orElseGet(() -> on(url));
    }

    private GodwitBuilder on(String url) {
        DriverDataSource dataSource = DriverDataSource.of(url, either(options.user(), "GODWIT_USER"), password());
        GodwitBuilder builder = Godwit.on(dataSource).cancellation(cancellation);
        if (directory().isPresent()) {
            builder.plugins(tellsFaultsLater ? requiredPlugins() : checkedPlugins());
        }
        actor().ifPresent(builder::actor);
        PostgresUrl.of(url)
                .ifPresent(server -> builder.scratch(name -> DriverDataSource.of(
                        server.withDatabase(name), either(options.user(), "GODWIT_USER"), password())));
        backups()
                .or(() -> keepsBackups ? Optional.of(DEFAULT_BACKUPS) : Optional.empty())
                .map(BackupStore::directory)
                .ifPresent(builder::backups);
        BackupKeys keys = keys();
        if (keys != null) {
            builder.backupKeys(keys);
        }
        return builder;
    }

    private Optional<String> actor() {
        String name = options.actor();
        if (name != null && name.isBlank()) {
            throw new UsageException("--actor needs a name");
        }
        return Optional.ofNullable(name);
    }

    /** The same, where faults of the plugins' documents are part of the answer, and stop nothing. */
    Host withFaults() {
        tellsFaultsLater = true;
        return this;
    }

    /** Who does it, also where there is no database. */
    String actorName() {
        return actor().orElseGet(() -> System.getProperty("user.name", "unknown"));
    }

    /** Refuses a call without a place for backups, for a command that writes one. */
    Host withBackups() {
        if (backups().isEmpty()) {
            throw new UsageException("there is no place for the archive: say --backups DIR, or set GODWIT_BACKUPS");
        }
        return this;
    }

    /** For a command that may take backups: there is always a place, made when one is written. */
    Host keepingBackups() {
        keepsBackups = true;
        return this;
    }

    /** The place for backups, for a command that needs no database. */
    BackupPlace backupPlace() {
        return new BackupPlace(BackupStore.directory(backupsFolder()), keys());
    }

    private @Nullable BackupKeys keys() {
        return new BackupKeySource(options, environment).keys();
    }

    /** Where backups are kept. */
    Path backupsFolder() {
        return backups().orElse(DEFAULT_BACKUPS);
    }

    private Optional<Path> backups() {
        String named = environment.getOrDefault("GODWIT_BACKUPS", "");
        return Optional.ofNullable(options.backups() == null && !named.isEmpty() ? Path.of(named) : options.backups());
    }

    /** When what is written says that it was made, as reproducible builds tell it; empty if nobody says. */
    Optional<Instant> sourceDate() {
        String seconds = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException e) {
            throw new UsageException("SOURCE_DATE_EPOCH is no number of seconds since 1970");
        }
    }

    /** Refuses a call without plugins, for a command that makes no sense without. */
    Host withPlugins() {
        pluginsDirectory();
        return this;
    }

    /** The database alone. */
    DriverDataSource dataSource() {
        return DriverDataSource.of(url(), either(options.user(), "GODWIT_USER"), password());
    }

    /** Godwit on a database that must be there already, and is only read. */
    GodwitBuilder present() {
        return on(present("--url", url()));
    }

    /**
     * A further database that is only read.
     *
     * @param variable of the password; null for the usual one, which need not be set
     */
    DriverDataSource other(String url, @Nullable String user, @Nullable String variable) {
        if (variable != null && environment.get(variable) == null) {
            throw new UsageException(
                    "--with-password-env names " + variable + ", and there is no such environment variable");
        }
        String password = environment.get(variable == null ? DEFAULT_OTHER_PASSWORD_VARIABLE : variable);
        return DriverDataSource.of(present("--with", url), user, password);
    }

    private static String present(String option, String url) {
        SqliteFile.missing(url).ifPresent(file -> {
            throw new DatabaseUnavailableException(option + " names " + file + ", and there is no such file");
        });
        return url;
    }

    /** Whether a database was named. */
    boolean hasUrl() {
        return either(options.url(), "GODWIT_URL") != null;
    }

    private String url() {
        String url = either(options.url(), "GODWIT_URL");
        if (url == null) {
            throw new UsageException("there is no database: say --url JDBC_URL, or set GODWIT_URL");
        }
        return url;
    }

    private @Nullable String password() {
        String variable = options.passwordVariable();
        if (variable == null) {
            return environment.get(DEFAULT_PASSWORD_VARIABLE);
        }
        String password = environment.get(variable);
        if (password == null) {
            throw new UsageException(
                    "--password-env names " + variable + ", and there is no such environment variable");
        }
        return password;
    }

    /** Whether a folder of migrations was named. */
    boolean hasPlugins() {
        return directory().isPresent();
    }

    /** The plugins, read once and without a fault. */
    PluginSource checkedPlugins() {
        List<MigrationDocument> documents = requiredPlugins().documents();
        if (documents.isEmpty()) {
            terminal.error().println(terminal.notable("note: ") + "there is no migration in " + namedDirectory());
        }
        List<Problem> problems = PluginSource.problems(() -> documents);
        if (!problems.isEmpty()) {
            throw new InvalidMigrationException(problems);
        }
        return () -> documents;
    }

    PluginSource requiredPlugins() {
        return PluginSource.directory(pluginsDirectory());
    }

    private Path pluginsDirectory() {
        Path path = namedDirectory();
        if (!Files.isDirectory(path)) {
            throw new UsageException("--plugins names " + path + ", and there is no such folder");
        }
        return path;
    }

    /** The plugins' folder, which may not be there yet. */
    Path namedDirectory() {
        return directory()
                .orElseThrow(
                        () -> new UsageException("there are no migrations: say --plugins DIR, or set GODWIT_PLUGINS"));
    }

    private Optional<Path> directory() {
        String named = environment.getOrDefault("GODWIT_PLUGINS", "");
        return Optional.ofNullable(options.plugins() == null && !named.isEmpty() ? Path.of(named) : options.plugins());
    }

    private @Nullable String either(@Nullable String option, String variable) {
        String value = option == null ? environment.get(variable) : option;
        return value == null || value.isEmpty() ? null : value;
    }
}
