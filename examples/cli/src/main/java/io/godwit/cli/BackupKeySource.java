package io.godwit.cli;

import io.godwit.backup.BackupKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the command line finds the keys for backups: never among its arguments. */
record BackupKeySource(GlobalOptions options, Map<String, String> environment) {

    /** Null for none. */
    @Nullable
    BackupKeys keys() {
        String variable = options.backupKeyVariable();
        Path file = options.backupKeyFile();
        if (variable != null && file != null) {
            throw new UsageException("say --backup-key-env or --backup-key-file, not both");
        }
        if (file != null) {
            if (!Files.isReadable(file)) {
                throw new UsageException("--backup-key-file names " + file + ", and there is no such file to read");
            }
            return BackupKeys.file(file);
        }
        return variable == null ? null : ofVariable(variable);
    }

    private BackupKeys ofVariable(String variable) {
        String text = environment.get(variable);
        if (text == null) {
            throw new UsageException(
                    "--backup-key-env names " + variable + ", and there is no such environment variable");
        }
        try {
            return BackupKeys.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--backup-key-env: " + e.getMessage());
        }
    }
}
