package io.godwit.engine;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.Evidence;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectKind;
import io.godwit.history.ObjectName;
import io.godwit.history.ObjectWriter;
import io.godwit.history.OwnedObject;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Hands a thing of the database over from the plugin that it belongs to; nothing but the history changes. For one thread. */
public final class OwnershipTransfer {

    private final Session session;
    private final ExclusiveWork exclusive;
    private final RunOptions options;

    /** Works on a session that is the caller's; its lock comes from the data source. */
    public OwnershipTransfer(Session session, ExclusiveWork exclusive, RunOptions options) {
        this.session = session;
        this.exclusive = exclusive;
        this.options = options;
    }

    /**
     * Hands it over, with the parts that its owner made.
     *
     * @return as it is now; the same if it belongs to the plugin already
     * @throws PlanRefusedException if no plugin made it
     * @throws io.godwit.failure.ActionDeniedException if the host does not allow it
     */
    public OwnedObject transfer(TableName object, String pluginId) throws SQLException {
        History history = reader().read();
        if (!history.upToDate()) {
            throw unowned(object);
        }
        OwnedObject before = owned(object, history);
        if (before.pluginId().equals(pluginId)) {
            return before;
        }
        String subject = before.name().toString();
        new Authorization(options)
                .check(
                        List.of(
                                new Action(
                                        Action.Kind.TRANSFER, before.pluginId(), List.of(subject + " to " + pluginId)),
                                new Action(
                                        Action.Kind.TRANSFER,
                                        pluginId,
                                        List.of(subject + " from " + before.pluginId()))),
                        session,
                        exclusive);
        exclusive.run(session, options.lockWait(), lock -> record(object, before, pluginId));
        return new OwnedObject(before.name(), pluginId, before.migrationId());
    }

    private OwnedObject owned(TableName object, History history) throws SQLException {
        try {
            return owned(object);
        } catch (PlanRefusedException refusal) {
            throw HistoryWholeness.cause(session, history, refusal);
        }
    }

    private void record(TableName object, OwnedObject before, String pluginId) throws SQLException {
        HistoryWholeness.require(session, reader().read(), Set.of(before.pluginId(), pluginId));
        List<ObjectChange> changes =
                List.of(new ObjectChange.HandedOver(before.name().object(), before.pluginId(), pluginId));
        AuditNote.Line line = new AuditNote.Line(
                Action.Kind.TRANSFER.toString(),
                pluginId,
                before.migrationId(),
                "done",
                Evidence.NONE.with(changes).behind(before.name() + " from " + before.pluginId() + " to " + pluginId));
        new AuditNote(session, options)
                .write(
                        () -> {
                            if (!owned(object).equals(before)) {
                                throw new PlanRefusedException("Another run has changed whom " + object
                                        + " belongs to. Nothing was changed. Try again.");
                            }
                            for (String statement :
                                    new ObjectWriter(session.dialect()).statements(pluginId, "", changes)) {
                                session.update(statement);
                            }
                        },
                        List.of(line));
    }

    private OwnedObject owned(TableName object) throws SQLException {
        TableName known = session.dialect().known(object);
        return reader().objects().stream()
                .filter(owned -> isWhole(owned.name())
                        && session.dialect()
                                .known(TableName.parse(owned.name().object()))
                                .equals(known))
                .findFirst()
                .orElseThrow(() -> unowned(object));
    }

    private static boolean isWhole(ObjectName name) {
        return name.part().isEmpty() && name.kind() != ObjectKind.SCHEMA;
    }

    private static PlanRefusedException unowned(TableName object) {
        return new PlanRefusedException("No plugin has made a table, view or sequence " + object
                + ", as far as the history knows. Nothing was changed.");
    }

    private HistoryReader reader() {
        return new HistoryReader(session.dialect(), session.connection());
    }
}
