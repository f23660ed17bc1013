package io.godwit.plan;

import io.godwit.migration.Validation;

/**
 * A validation with its SELECT in the engine's SQL.
 *
 * @param validation what it expects
 * @param sql the SELECT
 */
public record ValidationScript(Validation validation, String sql) {}
