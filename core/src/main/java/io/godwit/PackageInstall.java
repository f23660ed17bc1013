package io.godwit;

import io.godwit.engine.Report;
import io.godwit.engine.RowsReport;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the install of a package did. Immutable.
 *
 * @param report what became of its migrations
 * @param imported what became of its rows; null if it has none, or none was to be brought in, or they are there already
 */
public record PackageInstall(Report report, @Nullable RowsReport imported) {

    public PackageInstall {
        Objects.requireNonNull(report, "report");
    }

    /** What became of its rows; empty if none was brought in. */
    public Optional<RowsReport> rows() {
        return Optional.ofNullable(imported);
    }
}
