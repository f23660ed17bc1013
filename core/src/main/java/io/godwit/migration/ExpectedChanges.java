package io.godwit.migration;

import org.jspecify.annotations.Nullable;

/**
 * What a step says it changes, in logical changes.
 *
 * @param rows rows inserted, updated or deleted; null when not said
 * @param tables tables made, changed or dropped; null when not said
 * @param indexes indexes made or dropped, without those that a key brings; null when not said
 */
public record ExpectedChanges(
        @Nullable Long rows,
        @Nullable Long tables,
        @Nullable Long indexes) {}
