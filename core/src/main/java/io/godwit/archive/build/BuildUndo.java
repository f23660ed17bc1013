package io.godwit.archive.build;

import io.godwit.plan.Undo;
import java.util.List;
import java.util.Objects;

/**
 * A step that is not taken back exactly. Immutable.
 *
 * @param migration the migration's id
 * @param step the step's id
 * @param undo how well it is taken back
 * @param reason what is gone then
 * @param engines where that is so, by name
 */
public record BuildUndo(String migration, String step, Undo undo, String reason, List<String> engines) {

    public BuildUndo {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(undo, "undo");
        Objects.requireNonNull(reason, "reason");
        engines = List.copyOf(engines);
    }
}
