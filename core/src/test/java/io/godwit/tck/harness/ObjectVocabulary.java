package io.godwit.tck.harness;

import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Grant;
import io.godwit.operation.InsertRows;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.Revoke;
import io.godwit.operation.Row;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlScript;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.Sequence;
import io.godwit.schema.Trigger;
import io.godwit.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations on indexes, views, triggers, rows and whole databases, as contracts write them. */
public interface ObjectVocabulary extends TableVocabulary, RowVocabulary {

    default CreateIndex createIndex(String table, Index index) {
        return new CreateIndex(named(table), index, false, false);
    }

    default CreateIndex createIndex(String table, String... columns) {
        return createIndex(table, index(columns));
    }

    default DropIndex dropIndex(String table, String index) {
        return new DropIndex(named(table), Name.of(index), false, false);
    }

    default RenameIndex renameIndex(String table, String from, String to) {
        return new RenameIndex(named(table), Name.of(from), Name.of(to));
    }

    default CreateView createView(String name, String query) {
        return new CreateView(new View(named(name), Query.of(query), false), false);
    }

    default CreateView replaceView(String name, String query) {
        return new CreateView(new View(named(name), Query.of(query), false), true);
    }

    default CreateView createMaterializedView(String name, String query) {
        return new CreateView(new View(named(name), Query.of(query), true), false);
    }

    default DropView dropView(String name) {
        return new DropView(named(name), false);
    }

    default RefreshView refreshView(String name) {
        return new RefreshView(named(name));
    }

    default InsertRows insert(String table, Row... rows) {
        return new InsertRows(named(table), List.of(rows));
    }

    default UpsertRows upsert(String table, String key, Row... rows) {
        return new UpsertRows(named(table), List.of(rows), names(key));
    }

    default UpdateRows update(String table, Row set, @Nullable String where) {
        return new UpdateRows(named(table), set, where == null ? null : Expression.of(where));
    }

    default DeleteRows delete(String table, @Nullable String where) {
        return new DeleteRows(named(table), where == null ? null : Expression.of(where));
    }

    /** A trigger that sets columns to values, as {@link #row} takes them. */
    default CreateTrigger createTrigger(
            String name,
            String table,
            Trigger.Timing timing,
            Set<Trigger.Event> events,
            Row set,
            @Nullable String when) {
        Expression condition = when == null ? null : Expression.of(when);
        return new CreateTrigger(new Trigger(Name.of(name), named(table), timing, events, set.values(), condition));
    }

    default CreateTrigger beforeUpdate(String name, String table, Row set) {
        return createTrigger(name, table, Trigger.Timing.BEFORE, Set.of(Trigger.Event.UPDATE), set, null);
    }

    default CreateTrigger beforeInsert(String name, String table, Row set) {
        return createTrigger(name, table, Trigger.Timing.BEFORE, Set.of(Trigger.Event.INSERT), set, null);
    }

    default DropTrigger dropTrigger(String table, String name) {
        return new DropTrigger(named(table), Name.of(name));
    }

    default CreateSchema createSchema(String name) {
        return new CreateSchema(Name.of(name));
    }

    default DropSchema dropSchema(String name) {
        return new DropSchema(Name.of(name), false);
    }

    default CreateSequence createSequence(String name, long start, long increment) {
        return new CreateSequence(new Sequence(named(name), start, increment));
    }

    default DropSequence dropSequence(String name) {
        return new DropSequence(named(name));
    }

    default CreateExtension createExtension(String name) {
        return new CreateExtension(Name.of(name));
    }

    default DropExtension dropExtension(String name) {
        return new DropExtension(Name.of(name));
    }

    default Grant grant(String privilege, String on, String to) {
        return new Grant(List.of(privilege), named(on), Name.of(to));
    }

    default Revoke revoke(String privilege, String on, String from) {
        return new Revoke(List.of(privilege), named(on), Name.of(from));
    }

    /** SQL text under the engine's own name or {@code universal}. */
    default Sql sql(String engine, String text) {
        return new Sql(new EngineSql(Map.of(engine, new SqlScript(text, Position.NONE))));
    }
}
