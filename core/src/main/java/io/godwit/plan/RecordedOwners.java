package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectKind;
import io.godwit.history.OwnedObject;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As {@code godwit_object} has it; read when it is asked for first. For the thread that owns the connection. */
public final class RecordedOwners implements Owners {

    private final History history;
    private final HistoryReader reader;
    private final Dialect dialect;
    private @Nullable Map<TableName, OwnedObject> owners;

    /**
     * Of one database.
     *
     * @param dialect tells whether {@code a.b} and {@code a_b} are one
     */
    public RecordedOwners(History history, HistoryReader reader, Dialect dialect) {
        this.history = history;
        this.reader = reader;
        this.dialect = dialect;
    }

    @Override
    public Optional<OwnedObject> of(TableName name) {
        Map<TableName, OwnedObject> known = owners;
        if (known == null) {
            known = read();
            owners = known;
        }
        return Optional.ofNullable(known.get(dialect.known(name)));
    }

    private Map<TableName, OwnedObject> read() {
        Map<TableName, OwnedObject> known = new HashMap<>();
        if (!history.upToDate()) {
            return known;
        }
        try {
            for (OwnedObject object : reader.objects()) {
                if (object.name().part().isEmpty() && object.name().kind() != ObjectKind.SCHEMA) {
                    known.put(dialect.known(TableName.parse(object.name().object())), object);
                }
            }
            return known;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The owners of tables could not be read: "
                            + String.valueOf(e.getMessage()).strip() + "\nNothing was changed.",
                    e);
        }
    }
}
