package io.godwit.plan.risk;

import io.godwit.dialect.Dialect;
import io.godwit.migration.Migration;

/**
 * What is the same for all operations of one migration.
 *
 * @param dialect the engine at its version
 * @param migration the migration
 * @param tables what the plan did to tables so far
 * @param transaction what the open transaction did so far
 * @param rows how many rows tables have
 */
record Surroundings(
        Dialect dialect, Migration migration, PlanTables tables, OpenTransaction transaction, RowCounts rows) {}
