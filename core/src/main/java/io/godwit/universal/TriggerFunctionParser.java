package io.godwit.universal;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.Operation;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads CREATE FUNCTION, from behind FUNCTION. One that does nothing but set columns of a trigger's row is remembered for the
 * trigger; all others are PostgreSQL's own. For one thread.
 */
final class TriggerFunctionParser {

    private final Reading reading;
    private final TokenReader tokens;

    TriggerFunctionParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> operations() {
        int at = tokens.at();
        TableName name = reading.tableName();
        Optional<Map<Name, Value>> set = isTriggerFunction() ? assignments() : Optional.empty();
        if (set.isEmpty() || set.get().isEmpty()) {
            List<Operation> asWritten = triggersAsWritten(name);
            reading.definitions().forgetFunction(name);
            if (!asWritten.isEmpty()) {
                return asWritten;
            }
            throw reading.unsupported(
                    at,
                    "function " + name,
                    "Godwit understands trigger functions that only set columns of NEW and return it",
                    "the operation createTrigger, SQL in views, or an engine's own key");
        }
        List<Operation> triggers = triggersAnew(name, set.get());
        reading.definitions().define(name, new TriggerFunction(reading.source(), set.get()));
        tokens.takeRest();
        return triggers;
    }

    /** Triggers that are there do from now on what the function says now. */
    private List<Operation> triggersAnew(TableName function, Map<Name, Value> set) {
        List<Operation> operations = new ArrayList<>();
        for (FunctionTrigger made : reading.definitions().triggersOf(function, reading.schema())) {
            Trigger before = made.trigger();
            operations.add(new DropTrigger(made.table(), made.name()));
            operations.add(new CreateTrigger(
                    new Trigger(made.name(), made.table(), before.timing(), before.events(), set, before.when())));
        }
        return operations;
    }

    /** Where the function runs as it is, so do its triggers; nothing where it does not, or has none. */
    private List<Operation> triggersAsWritten(TableName function) {
        List<FunctionTrigger> triggers = reading.definitions().triggersOf(function, reading.schema());
        List<Operation> operations = new ArrayList<>();
        if (reading.passesUnknown() && !triggers.isEmpty()) {
            triggers.forEach(made -> operations.add(new DropTrigger(made.table(), made.name())));
            operations.add(reading.asWritten());
            triggers.forEach(made -> operations.add(Reading.statement(made.source())));
            reading.note("function " + function + " and its triggers run as they are, and without a way back");
            tokens.takeRest();
        }
        return operations;
    }

    private boolean isTriggerFunction() {
        return tokens.acceptSymbol("(")
                && tokens.acceptSymbol(")")
                && tokens.accept("returns")
                && (tokens.accept("trigger")
                        || (tokens.accept("pg_catalog") && tokens.acceptSymbol(".") && tokens.accept("trigger")));
    }

    private Optional<Map<Name, Value>> assignments() {
        Token body = null;
        boolean procedural = false;
        while (tokens.peek().kind() != Kind.END) {
            if (tokens.accept("language")) {
                procedural = tokens.take().text().equals("plpgsql");
            } else if (tokens.accept("as")) {
                body = tokens.take();
            } else {
                tokens.take();
            }
        }
        if (!procedural || body == null || body.kind() != Kind.STRING) {
            return Optional.empty();
        }
        try {
            return body(body);
        } catch (InvalidMigrationException notUnderstood) {
            return Optional.empty();
        }
    }

    /** BEGIN, assignments, RETURN NEW, END. */
    private Optional<Map<Name, Value>> body(Token token) {
        String written = reading.source().text().substring(token.start(), token.end());
        int quote = written.startsWith("$") ? written.indexOf('$', 1) + 1 : 1;
        Source inside = new Source(token.text(), reading.source().at(token.start() + quote));
        TokenReader words = new TokenReader(inside);
        ExpressionParser expressions = new QueryParser(words).expressions();
        Map<Name, Value> set = new LinkedHashMap<>();
        words.expect("begin");
        while (words.accept("new")) {
            words.expectSymbol(".");
            Name column = words.label();
            if (!words.acceptSymbol(":=")) {
                words.expectSymbol("=");
            }
            int start = words.at();
            expressions.expression();
            String value = inside.text().substring(start, words.end());
            words.expectSymbol(";");
            if (set.put(column, Expression.of(value, inside.at(start))) != null) {
                return Optional.empty();
            }
        }
        words.expect("return");
        words.expect("new");
        words.expectSymbol(";");
        words.expect("end");
        words.acceptSymbol(";");
        words.expectEnd();
        return readsWhatItSet(set) ? Optional.empty() : Optional.of(set);
    }

    /** In PL/pgSQL a later assignment sees an earlier one; a portable trigger sets all columns from the row as it came. */
    private static boolean readsWhatItSet(Map<Name, Value> set) {
        Set<String> done = new HashSet<>();
        for (Map.Entry<Name, Value> entry : set.entrySet()) {
            String text = ((Expression) entry.getValue()).text();
            List<Token> tokens = new Lexer(new Source(text, Position.NONE)).tokens();
            for (int index = 0; index + 2 < tokens.size(); index++) {
                if (tokens.get(index).isWord("new")
                        && done.contains(tokens.get(index + 2).text())) {
                    return true;
                }
            }
            done.add(entry.getKey().text());
        }
        return false;
    }
}
