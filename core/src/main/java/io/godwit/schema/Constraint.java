package io.godwit.schema;

import org.jspecify.annotations.Nullable;

/** A rule that a table's rows must keep. */
public sealed interface Constraint permits Check, ForeignKey, PrimaryKey, UniqueKey {

    /** The constraint's name; null until {@link Naming} or the database gave one. */
    @Nullable
    Name name();
}
