package io.godwit.changelog;

import io.godwit.failure.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was written of migrations as SQL. Immutable.
 *
 * @param migrations ids in the order in which they run
 * @param statements how many statements the file has, those of the history among them
 * @param rows how many rows of tables it brings in
 * @param bytes how long the file is
 * @param rollbackFile the file that takes all of it back; null if there is no way back
 * @param noWayBack why there is none; empty if there is
 * @param findings what its reader should know
 */
public record SqlPackageReport(
        List<String> migrations,
        int statements,
        long rows,
        long bytes,
        @Nullable Path rollbackFile,
        String noWayBack,
        List<Problem> findings) {

    public SqlPackageReport {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }

    /** The file that takes all of it back; empty if there is no way back. */
    public Optional<Path> rollback() {
        return Optional.ofNullable(rollbackFile);
    }
}
