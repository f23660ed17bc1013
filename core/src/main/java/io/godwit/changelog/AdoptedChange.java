package io.godwit.changelog;

/**
 * One row of another tool's history, verified. Immutable.
 *
 * @param key what the migration that it became says of it; equal to {@link AdoptedHistory#key}
 * @param effective whether it did anything: false for what was only marked as run
 */
public record AdoptedChange(String key, boolean effective) {}
