package io.godwit.engine;

import java.time.Duration;

/**
 * What a restore did. Immutable.
 *
 * @param plan what was to be done, and is
 * @param duration how long it took
 */
public record RestoreReport(RestorePlan plan, Duration duration) {}
