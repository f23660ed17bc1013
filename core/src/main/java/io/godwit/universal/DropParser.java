package io.godwit.universal;

import io.godwit.operation.DropExtension;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads DROP, from behind it. For one thread. */
final class DropParser {

    private final Reading reading;
    private final TokenReader tokens;

    DropParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> operations() {
        int at = tokens.at();
        tokens.accept("materialized");
        String kind = tokens.label().text();
        return switch (kind) {
            case "table" -> tables();
            case "view" -> views(at);
            case "index" -> indexes();
            case "sequence" -> sequences();
            case "schema" -> schemas(at);
            case "extension" -> extensions();
            case "trigger" -> trigger();
            case "type", "domain" -> types(at, kind);
            case "function" -> functions(at);
            default ->
                throw reading.unsupported(
                        at, "DROP " + kind.toUpperCase(Locale.ROOT), "no operation does that", "an engine's own key");
        };
    }

    private List<TableName> names() {
        List<TableName> names = new ArrayList<>();
        do {
            names.add(reading.tableName());
        } while (tokens.acceptSymbol(","));
        return names;
    }

    private List<Operation> tables() {
        boolean ifExists = reading.ifExists();
        List<TableName> names = names();
        boolean cascade = reading.cascade();
        return names.stream()
                .<Operation>map(name -> new DropTable(name, ifExists, cascade))
                .toList();
    }

    private List<Operation> views(int at) {
        boolean ifExists = reading.ifExists();
        List<TableName> names = names();
        boolean nothingElse = names.stream()
                .allMatch(name -> new DependentObjects(reading.schema()).isNobodysView(name, Set.copyOf(names)));
        refuseCascade(at, nothingElse, "VIEW", "DROP VIEW of those that stand on it, before it");
        return names.stream()
                .<Operation>map(name -> new DropView(name, ifExists))
                .toList();
    }

    private List<Operation> indexes() {
        boolean concurrently = tokens.accept("concurrently");
        boolean ifExists = reading.ifExists();
        List<DropIndex> drops = new ArrayList<>();
        int start = tokens.at();
        do {
            int at = tokens.at();
            TableName name = reading.tableName();
            if (reading.definitions().forgetIndex(name)) {
                continue;
            }
            new NamedIndex(reading, name)
                    .find(at, ifExists)
                    .ifPresent(
                            place -> drops.add(new DropIndex(place.table(), place.column(), ifExists, concurrently)));
        } while (tokens.acceptSymbol(","));
        boolean cascade = reading.cascade();
        List<Operation> operations = new ArrayList<>();
        for (DropIndex drop : drops) {
            reading.schema()
                    .table(drop.table())
                    .map(table -> new RestingKeys(reading, table).over(drop.index(), cascade, start))
                    .ifPresent(operations::addAll);
            operations.add(drop);
        }
        return operations;
    }

    private List<Operation> sequences() {
        boolean ifExists = reading.ifExists();
        List<TableName> names = names();
        reading.cascade();
        return names.stream()
                .filter(name -> !ifExists
                        || !reading.schema().complete()
                        || reading.schema().sequence(name).isPresent())
                .<Operation>map(DropSequence::new)
                .toList();
    }

    private List<Operation> schemas(int at) {
        boolean ifExists = reading.ifExists();
        Name name = tokens.name();
        boolean empty =
                reading.schema().complete() && reading.schema().objectsIn(name).isEmpty();
        refuseCascade(at, empty, "SCHEMA", "DROP TABLE and DROP VIEW of what is in it, before it");
        boolean nothing =
                ifExists && reading.schema().complete() && !reading.schema().hasSchema(name);
        return nothing ? List.of() : List.of(new DropSchema(name));
    }

    private List<Operation> extensions() {
        reading.ifExists();
        List<Operation> operations = new ArrayList<>();
        do {
            operations.add(new DropExtension(tokens.name()));
        } while (tokens.acceptSymbol(","));
        reading.cascade();
        return operations;
    }

    private List<Operation> trigger() {
        boolean ifExists = reading.ifExists();
        int at = tokens.at();
        Name name = tokens.name();
        tokens.expect("on");
        TableName table = reading.tableName();
        reading.cascade();
        boolean known = reading.schema().table(table).isPresent();
        Name own = new NamedTrigger(reading, table).known(name);
        if (own != null || (!known && !reading.schema().complete())) {
            return List.of(new DropTrigger(table, own == null ? name : own));
        } else if (ifExists && !reading.passesUnknown()) {
            return List.of();
        }
        throw reading.unsupported(
                at,
                "DROP TRIGGER " + name,
                "table " + table + " has no portable trigger of that name",
                "an engine's own key");
    }

    private List<Operation> types(int at, String kind) {
        boolean ifExists = reading.ifExists();
        List<TableName> names = names();
        boolean used = names.stream()
                .anyMatch(name -> !reading.definitions().columns(name).isEmpty());
        refuseCascade(at, !used, kind.toUpperCase(Locale.ROOT), "DROP COLUMN of its columns, before it");
        for (TableName name : names) {
            if (!reading.definitions().forgetType(name) && !(ifExists && !reading.passesUnknown())) {
                throw reading.unsupported(
                        at,
                        "DROP " + kind.toUpperCase(Locale.ROOT) + " " + name,
                        "the plugin has defined no such type",
                        "nothing, or an engine's own key");
            }
        }
        return List.of();
    }

    private List<Operation> functions(int at) {
        boolean ifExists = reading.ifExists();
        TableName name = reading.tableName();
        List<Operation> triggers = triggersOf(name);
        boolean forgotten = reading.definitions().forgetFunction(name);
        if (!forgotten && (!ifExists || reading.passesUnknown())) {
            throw reading.unsupported(
                    at, "DROP FUNCTION " + name, "functions are PostgreSQL's own", "an engine's own key");
        }
        tokens.takeRest();
        return triggers;
    }

    /** The triggers that go with their function by CASCADE. */
    private List<Operation> triggersOf(TableName function) {
        int ahead = 0;
        while (tokens.peek(ahead).kind() != Token.Kind.END
                && !tokens.peek(ahead).isWord("cascade")) {
            ahead++;
        }
        return tokens.peek(ahead).isWord("cascade")
                ? reading.definitions().triggersOf(function, reading.schema()).stream()
                        .<Operation>map(trigger -> new DropTrigger(trigger.table(), trigger.name()))
                        .toList()
                : List.of();
    }

    private void refuseCascade(int at, boolean nothingElse, String what, String alternative) {
        if (reading.cascade() && !nothingElse) {
            throw reading.unsupported(
                    at, "DROP " + what + " … CASCADE", "what else would go cannot be known here", alternative);
        }
    }
}
