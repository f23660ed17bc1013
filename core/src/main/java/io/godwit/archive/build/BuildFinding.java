package io.godwit.archive.build;

import io.godwit.plan.Finding;
import java.util.List;
import java.util.Objects;

/**
 * A risk, and where it is one. Immutable.
 *
 * @param finding what it is
 * @param engines on which it was found, by name
 */
public record BuildFinding(Finding finding, List<String> engines) {

    public BuildFinding {
        Objects.requireNonNull(finding, "finding");
        engines = List.copyOf(engines);
    }
}
