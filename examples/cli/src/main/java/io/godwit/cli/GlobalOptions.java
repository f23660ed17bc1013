package io.godwit.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command understands, before its name or after it. */
final class GlobalOptions {

    @Option(
            names = "--url",
            paramLabel = "JDBC_URL",
            scope = ScopeType.INHERIT,
            description = "The database, such as jdbc:sqlite:app.db; or GODWIT_URL.")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Who logs in to the database; or GODWIT_USER.")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            scope = ScopeType.INHERIT,
            description = "The environment variable that holds the password; GODWIT_PASSWORD unless said.")
    private @Nullable String passwordVariable;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A tree of *.json migrations, a folder for each plugin; or GODWIT_PLUGINS.")
    private @Nullable Path plugins;

    @Option(
            names = "--backups",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where backups are kept; or GODWIT_BACKUPS.")
    private @Nullable Path backups;

    @Option(
            names = "--backup-key-env",
            paramLabel = "VARIABLE",
            scope = ScopeType.INHERIT,
            description =
                    "The environment variable that holds the secret key of age (AGE-SECRET-KEY-1...) that backups are"
                            + " encrypted with.")
    private @Nullable String backupKeyVariable;

    @Option(
            names = "--backup-key-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The file that holds it, as age-keygen writes it.")
    private @Nullable Path backupKeyFile;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Who does it, for the audit trail; the operating system's user unless said.")
    private @Nullable String actor;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description =
                    "text or json; plan also writes markdown, mermaid, sql and html, compare html, manifest summary, yaml and report.")
    private @Nullable OutputFormat format;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress and no summary.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Statements in plans, logs on standard error, stack traces.")
    private boolean verbose;

    @Nullable
    String url() {
        return url;
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String passwordVariable() {
        return passwordVariable;
    }

    @Nullable
    Path plugins() {
        return plugins;
    }

    @Nullable
    Path backups() {
        return backups;
    }

    @Nullable
    String backupKeyVariable() {
        return backupKeyVariable;
    }

    @Nullable
    Path backupKeyFile() {
        return backupKeyFile;
    }

    @Nullable
    String actor() {
        return actor;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    boolean json() {
        return format == OutputFormat.JSON;
    }

    /** The format, for a command that shows plans. */
    OutputFormat planFormat() {
        OutputFormat asked = format == null ? OutputFormat.TEXT : format;
        if (asked.isOfSets()) {
            throw new UsageException("--format " + asked + " is for the command manifest");
        }
        return asked;
    }

    /** The format, for a command that shows sets of packages. */
    OutputFormat setFormat() {
        if (format == null || format == OutputFormat.TEXT) {
            return OutputFormat.SUMMARY;
        }
        if (format != OutputFormat.JSON && !format.isOfSets()) {
            throw new UsageException("--format " + format + " is for plans; write json, yaml, summary or report");
        }
        return format;
    }

    /** Refuses the formats that only plans have. */
    void refusePlanFormats() {
        OutputFormat asked = planFormat();
        if (asked != OutputFormat.TEXT && asked != OutputFormat.JSON) {
            throw new UsageException("--format " + asked + " is for plans; write text or json");
        }
    }
}
