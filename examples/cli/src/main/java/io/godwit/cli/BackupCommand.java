package io.godwit.cli;

import io.godwit.Backups;
import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupKeys;
import io.godwit.backup.BackupManifest;
import io.godwit.backup.StoredBackup;
import io.godwit.engine.TakenBackup;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes a backup, or shows and checks those that are there. */
@Command(
        name = "backup",
        description = "Takes a backup and verifies it: the rows of a plugin's tables, or of all plugins; on SQLite the"
                + " database's file. --list shows those that are there, --verify checks one.")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @ArgGroup
    private @Nullable Way way;

    /** What is done; one of them. */
    static final class Way {

        @Option(names = "--plugin", paramLabel = "ID", description = "Only of this plugin.")
        private @Nullable String plugin;

        @Option(names = "--list", description = "Shows what is there.")
        private boolean list;

        @Option(names = "--new-key", description = "Prints a new secret key to encrypt backups with.")
        private boolean newKey;

        @Option(names = "--verify", paramLabel = "NAME", description = "Reads one through.")
        private @Nullable String name;
    }

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        Host host = parent.host().keepingBackups();
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        Way asked = way == null ? new Way() : way;
        if (asked.newKey) {
            parent.terminal().out().println(BackupKeys.generate());
        } else if (asked.list) {
            list(host.backupPlace().list());
        } else if (asked.name != null) {
            print(host.backupPlace().verified(asked.name));
        } else {
            Backups backups = host.on().listener(output.listener()).build().backups();
            TakenBackup taken = asked.plugin == null ? backups.takeAll() : backups.take(asked.plugin);
            print(taken);
        }
        return ExitCode.DONE.number();
    }

    private void print(TakenBackup taken) {
        if (parent.options().json()) {
            parent.terminal().out().print(RunJson.of(taken));
        } else if (!parent.options().quiet()) {
            parent.terminal()
                    .out()
                    .println("Backups are in "
                            + parent.host().backupsFolder().toAbsolutePath().normalize() + ".");
        }
    }

    private void print(Backup backup) {
        BackupManifest manifest = backup.manifest();
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json()
                            .with("name", backup.name())
                            .with("valid", true)
                            .with("bytes", backup.bytes())
                            .with("sha256", backup.sha256())
                            .with("pluginId", manifest.pluginId())
                            .with("version", manifest.version())
                            .with("engine", manifest.engine())
                            .with("engineVersion", manifest.engineVersion())
                            .with("createdAt", manifest.createdAt())
                            .with("content", manifest.content().toString())
                            .with("reason", manifest.reason())
                            .with("migration", manifest.migration())
                            .with("tables", manifest.tables().size())
                            .with("rows", manifest.rows()));
            return;
        }
        String what = manifest.content() == BackupContent.TABLES
                ? Count.of(manifest.tables().size(), "table") + ", " + Count.of(manifest.rows(), "row")
                : "the database as a " + manifest.content();
        parent.terminal()
                .out()
                .println(parent.terminal().good("✓ ") + backup.name() + ": " + what + ", written at "
                        + manifest.createdAt() + " on " + manifest.engine() + " " + manifest.engineVersion()
                        + (manifest.migration().isEmpty() ? "" : " before " + manifest.migration()) + ", sha256 "
                        + backup.sha256());
    }

    private void list(List<StoredBackup> backups) {
        if (parent.options().json()) {
            List<Json> all = backups.stream()
                    .map(backup -> new Json()
                            .with("name", backup.name())
                            .with("bytes", backup.bytes())
                            .with("written", backup.written().toString()))
                    .toList();
            parent.terminal().out().print(new Json().with("backups", all));
        } else if (backups.isEmpty()) {
            parent.terminal()
                    .out()
                    .println("There is no backup in "
                            + parent.host().backupsFolder().toAbsolutePath().normalize() + ".");
        } else {
            TextTable table = new TextTable("NAME", "BYTES", "WRITTEN");
            backups.forEach(backup ->
                    table.row(backup.name(), backup.bytes(), backup.written().toString()));
            table.lines().forEach(parent.terminal().out()::println);
        }
    }
}
