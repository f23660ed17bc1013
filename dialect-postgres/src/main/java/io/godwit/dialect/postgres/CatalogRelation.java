package io.godwit.dialect.postgres;

import io.godwit.schema.Partition;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** One table of pg_class. */
record CatalogRelation(
        long oid,
        TableName name,
        @Nullable String comment,
        @Nullable Partition partition) {}
