package io.godwit.plan;

import io.godwit.history.OwnedObject;
import io.godwit.schema.TableName;
import java.util.Optional;

/** Who made the tables, views and sequences that are there before a plan runs. For the thread that owns the connection. */
public interface Owners {

    /** Where there is no history. */
    Owners NONE = name -> Optional.empty();

    /** Whom it belongs to; empty for what no plugin made. */
    Optional<OwnedObject> of(TableName name);
}
