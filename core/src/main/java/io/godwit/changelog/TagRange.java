package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What ran after one tag, up to another. Stateless. */
final class TagRange {

    private TagRange() {}

    /** @throws ChangelogRefusedException if the history has no such tag */
    static List<RanChange> of(LiquibaseSource source, List<RanChange> history) {
        int from = behind(source.fromTag(), 0, source, history);
        int to = behind(source.toTag(), history.size(), source, history);
        return history.subList(from, Math.max(from, to));
    }

    private static int behind(@Nullable String tag, int unsaid, LiquibaseSource source, List<RanChange> history) {
        if (tag == null) {
            return unsaid;
        }
        for (int index = history.size() - 1; index >= 0; index--) {
            if (Objects.equals(history.get(index).notes().tag(), tag)) {
                return index + 1;
            }
        }
        throw new ChangelogRefusedException(source.changelog(), "the history has no row with the tag '" + tag + "'");
    }
}
