package io.godwit.plan.transform;

/**
 * What a mapped row has to be. Immutable.
 *
 * @param condition in universal SQL, over the mapped columns
 * @param reason why a row is refused of which it does not hold
 */
record Requirement(String condition, String reason) {}
