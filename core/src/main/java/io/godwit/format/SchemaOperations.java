package io.godwit.format;

import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Grant;
import io.godwit.operation.Operation;
import io.godwit.operation.RefreshView;
import io.godwit.operation.Revoke;
import io.godwit.operation.Sql;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.Sequence;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.View;
import java.util.List;
import java.util.Locale;

/** Reads what is done to views, triggers, schemas, sequences, extensions and privileges. */
final class SchemaOperations {

    private static final List<String> PRIVILEGES =
            List.of("select", "insert", "update", "delete", "truncate", "references", "trigger", "all");

    private SchemaOperations() {}

    static Part<Operation> read(String kind, ObjectReader in) {
        return switch (kind) {
            case "createView" -> createView(in);
            case "dropView" -> dropView(in);
            case "refreshView" -> refreshView(in);
            case "createTrigger" -> createTrigger(in);
            case "dropTrigger" -> dropTrigger(in);
            case "createSchema", "dropSchema" -> schema(kind, in);
            case "createSequence" -> createSequence(in);
            case "dropSequence" -> dropSequence(in);
            case "createExtension", "dropExtension" -> extension(kind, in);
            case "grant" -> grant(in);
            case "revoke" -> revoke(in);
            default -> throw new IllegalStateException("the operation '" + kind + "' has no reader");
        };
    }

    static Part<Operation> sql(Input input) {
        Part<EngineSql> sql = SqlForm.read(input);
        return sql.orNull() == null ? Part.nothing() : Part.of(new Sql(sql.get()));
    }

    private static Part<Operation> createView(ObjectReader in) {
        Part<TableName> name = in.required("name", NameForm.TABLE);
        Part<Query> query = in.required("query", SqlTextForm::query);
        Part<Boolean> materialized = in.flag("materialized", false);
        Part<Boolean> orReplace = in.flag("orReplace", false);
        Part<List<EngineObject>> others =
                in.reading().isForHistory() ? in.list("others", EngineObjectForm::read) : Part.of(List.of());
        return in.complete()
                ? Part.of(new CreateView(
                        new View(name.get(), query.get(), materialized.get(), others.get()), orReplace.get()))
                : Part.nothing();
    }

    private static Part<Operation> dropView(ObjectReader in) {
        Part<TableName> name = in.required("name", NameForm.TABLE);
        Part<Boolean> ifExists = in.flag("ifExists", false);
        return in.complete() ? Part.of(new DropView(name.get(), ifExists.get())) : Part.nothing();
    }

    private static Part<Operation> refreshView(ObjectReader in) {
        Part<TableName> name = in.required("name", NameForm.TABLE);
        return in.complete() ? Part.of(new RefreshView(name.get())) : Part.nothing();
    }

    private static Part<Operation> createTrigger(ObjectReader in) {
        Part<Trigger> trigger = TriggerForm.read(in);
        return trigger.orNull() == null ? Part.nothing() : Part.of(new CreateTrigger(trigger.get()));
    }

    private static Part<Operation> dropTrigger(ObjectReader in) {
        Part<Name> name = in.required("name", NameForm.NAME);
        Part<TableName> table = in.required("table", NameForm.TABLE);
        return in.complete() ? Part.of(new DropTrigger(table.get(), name.get())) : Part.nothing();
    }

    private static Part<Operation> schema(String kind, ObjectReader in) {
        Part<Name> schema = in.required("schema", NameForm.NAME);
        return in.complete()
                ? Part.of(kind.equals("createSchema") ? new CreateSchema(schema.get()) : new DropSchema(schema.get()))
                : Part.nothing();
    }

    private static Part<Operation> createSequence(ObjectReader in) {
        Part<TableName> sequence = in.required("sequence", NameForm.TABLE);
        Part<Long> start = in.integer("start", Long.MIN_VALUE, Long.MAX_VALUE);
        Part<Long> increment = in.optional("increment", SchemaOperations::increment);
        return in.complete()
                ? Part.of(new CreateSequence(new Sequence(sequence.get(), start.or(1L), increment.or(1L))))
                : Part.nothing();
    }

    private static Part<Long> increment(Input input) {
        Part<Long> increment = input.integer(Long.MIN_VALUE, Long.MAX_VALUE);
        return Long.valueOf(0).equals(increment.orNull()) ? input.fault("must not be 0") : increment;
    }

    private static Part<Operation> dropSequence(ObjectReader in) {
        Part<TableName> sequence = in.required("sequence", NameForm.TABLE);
        return in.complete() ? Part.of(new DropSequence(sequence.get())) : Part.nothing();
    }

    private static Part<Operation> extension(String kind, ObjectReader in) {
        Part<Name> extension = in.required("extension", NameForm.NAME);
        return in.complete()
                ? Part.of(
                        kind.equals("createExtension")
                                ? new CreateExtension(extension.get())
                                : new DropExtension(extension.get()))
                : Part.nothing();
    }

    private static Part<Operation> grant(ObjectReader in) {
        Part<List<String>> privileges = privileges(in);
        Part<TableName> on = in.required("on", NameForm.TABLE);
        Part<Name> to = in.required("to", NameForm.NAME);
        return in.complete() ? Part.of(new Grant(privileges.get(), on.get(), to.get())) : Part.nothing();
    }

    private static Part<Operation> revoke(ObjectReader in) {
        Part<List<String>> privileges = privileges(in);
        Part<TableName> on = in.required("on", NameForm.TABLE);
        Part<Name> from = in.required("from", NameForm.NAME);
        return in.complete() ? Part.of(new Revoke(privileges.get(), on.get(), from.get())) : Part.nothing();
    }

    private static Part<List<String>> privileges(ObjectReader in) {
        return in.required("privileges", input -> input.items(item -> item.converted(SchemaOperations::privilege)));
    }

    /** Privileges become part of an SQL text as they are, so none but known ones pass. */
    private static String privilege(String text) {
        String privilege = text.toLowerCase(Locale.ROOT);
        if (!PRIVILEGES.contains(privilege)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is none of " + String.join(", ", PRIVILEGES) + Suggestion.ask(text, PRIVILEGES));
        }
        return privilege;
    }
}
