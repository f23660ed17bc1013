package io.godwit.changelog;

import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.util.List;

/**
 * What became of a changelog. Immutable.
 *
 * @param sources how many change sets, or files, were read
 * @param migrations what they became, in the order in which they run
 * @param byHand what has no form, and is left to a person; each with its place
 * @param notes what a person should know: what became an engine's own SQL, and what was left out because nothing comes of it
 */
public record Conversion(int sources, List<Migration> migrations, List<Problem> byHand, List<Problem> notes) {

    public Conversion {
        migrations = List.copyOf(migrations);
        byHand = List.copyOf(byHand);
        notes = List.copyOf(notes);
    }

    /** Whether nothing is left to a person. */
    public boolean isWhole() {
        return byHand.isEmpty();
    }
}
