package io.godwit.changelog;

import io.godwit.failure.Problem;
import java.util.List;

/**
 * What a SQL package holds. Immutable.
 *
 * @param changeSets how many change sets' SQL is in it
 * @param rows how many rows of history
 * @param bytes how long the file is
 * @param findings what a reader must know: checksums that cannot be verified, and what was kept instead of refused
 */
public record PackageReport(int changeSets, int rows, long bytes, List<Problem> findings) {

    public PackageReport {
        findings = List.copyOf(findings);
    }
}
