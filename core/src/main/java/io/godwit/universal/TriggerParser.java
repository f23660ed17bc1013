package io.godwit.universal;

import io.godwit.operation.CreateTrigger;
import io.godwit.operation.Operation;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.Trigger.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads CREATE TRIGGER, from behind TRIGGER, for functions that only set columns. For one thread. */
final class TriggerParser {

    private final Reading reading;
    private final TokenReader tokens;

    TriggerParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> operations(boolean orReplace) {
        int at = tokens.at();
        Name name = tokens.name();
        boolean before = tokens.accept("before");
        boolean portable = before && !orReplace;
        Set<Event> events = EnumSet.noneOf(Event.class);
        while (!tokens.isWord("on")) {
            if (tokens.peek().kind() == Token.Kind.END) {
                throw tokens.unexpected("ON is missing");
            }
            String word = tokens.take().text().toUpperCase(Locale.ROOT);
            switch (word) {
                case "INSERT", "UPDATE", "DELETE" -> events.add(Event.valueOf(word));
                case "OR" -> {}
                default -> portable = false;
            }
        }
        tokens.take();
        TableName table = reading.tableName();
        portable &= tokens.accept("for", "each", "row") || tokens.accept("for", "row");
        Expression when = tokens.accept("when") ? reading.bracketedExpression() : null;
        TableName function = function();
        if (!portable) {
            return other(at, name, function);
        }
        portable = tokens.acceptSymbol("(") && tokens.acceptSymbol(")");
        TriggerFunction known = reading.definitions().function(function).orElse(null);
        if (!portable || known == null || events.isEmpty()) {
            return other(at, name, function);
        }
        Trigger trigger = new Trigger(
                new NamedTrigger(reading, table).free(name), table, Trigger.Timing.BEFORE, events, known.set(), when);
        reading.definitions().define(function, new FunctionTrigger(trigger, reading.source()));
        return List.of(new CreateTrigger(trigger));
    }

    /** The function's name, wherever it stands. */
    private TableName function() {
        while (tokens.peek().kind() != Token.Kind.END) {
            if (tokens.accept("execute", "function") || tokens.accept("execute", "procedure")) {
                return reading.tableName();
            }
            tokens.take();
        }
        throw tokens.unexpected("EXECUTE FUNCTION is missing");
    }

    /** The trigger as it is; its function was kept back so far if it only sets columns. */
    private List<Operation> other(int at, Name name, TableName function) {
        if (!reading.passesUnknown()) {
            throw reading.unsupported(
                    at,
                    "trigger " + name,
                    "portable triggers run BEFORE … FOR EACH ROW and call a function of the plugin that only sets columns of NEW",
                    "such a trigger, or the operation createTrigger, or an engine's own key");
        }
        List<Operation> operations = new ArrayList<>();
        reading.definitions().function(function).ifPresent(known -> operations.add(Reading.statement(known.source())));
        reading.definitions().forgetFunction(function);
        operations.add(reading.asWritten());
        tokens.takeRest();
        return operations;
    }
}
