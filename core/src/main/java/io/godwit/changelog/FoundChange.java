package io.godwit.changelog;

import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history with the change set that it is about.
 *
 * @param set null if nothing of it is to be rendered
 * @param wanted false for what is only run in memory, because what follows rests on it
 */
record FoundChange(RanChange row, @Nullable ChangeSet set, boolean wanted) {}
