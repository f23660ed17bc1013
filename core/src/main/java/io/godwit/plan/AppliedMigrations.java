package io.godwit.plan;

import io.godwit.migration.Migration;
import java.util.List;

/** Gives the migrations of a plugin that are applied, with all that is in them, when a plan needs to know. */
@FunctionalInterface
public interface AppliedMigrations {

    /** Where nothing is applied. */
    AppliedMigrations NONE = plugin -> List.of();

    /** Those with universal SQL in them, in the order in which they were applied. */
    List<Migration> of(String plugin);
}
