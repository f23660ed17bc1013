package io.godwit.universal;

import io.godwit.operation.CreateView;
import io.godwit.operation.Operation;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.List;
import java.util.stream.Collectors;

/** Reads CREATE VIEW and CREATE MATERIALIZED VIEW, from behind VIEW. For one thread. */
final class ViewParser {

    private final Reading reading;
    private final TokenReader tokens;

    ViewParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> operations(boolean orReplace, boolean materialized, boolean recursive) {
        int at = tokens.at();
        if (reading.ifNotExists()) {
            throw reading.unsupported(
                    at, "IF NOT EXISTS for a view", "whether it is the same view cannot be told", "CREATE VIEW");
        }
        TableName name = reading.tableName();
        List<Name> columns = tokens.isSymbol("(") ? tokens.bracketedNames() : List.of();
        ConstraintParser behind = new ConstraintParser(reading);
        if (tokens.accept("using")) {
            tokens.name();
        }
        options();
        behind.storage();
        tokens.expect("as");
        int start = tokens.at();
        int end = end();
        Query query = reading.query(start, end);
        if (!columns.isEmpty()) {
            query = named(query, name.name(), columns, recursive);
        }
        return List.of(new CreateView(new View(name, query, materialized), orReplace));
    }

    /** {@code WITH (security_barrier)} and its like, which say who may see what. */
    private void options() {
        if (tokens.isWord("with")
                && tokens.peek(1).isSymbol("(")
                && tokens.peek(2).text().startsWith("security_")) {
            throw reading.unsupported(
                    tokens.at(), "option of a view", "other engines know nothing of it", "the view without WITH (…)");
        }
    }

    /** Goes behind the query, and gives back where it ends. */
    private int end() {
        int end = tokens.end();
        while (tokens.peek().kind() != Token.Kind.END) {
            int at = tokens.at();
            if (tokens.accept("with", "no", "data")) {
                reading.note("WITH NO DATA is left out: the view is filled when it is made");
            } else if (tokens.areWords("with", "data")) {
                tokens.takeRest();
            } else if (tokens.areWords("with", "check")
                    || tokens.areWords("with", "local", "check")
                    || tokens.areWords("with", "cascaded", "check")) {
                throw reading.unsupported(
                        at,
                        "WITH CHECK OPTION",
                        "not every engine checks what is written through a view",
                        "the view without it");
            } else {
                end = tokens.take().end();
            }
        }
        return end;
    }

    /** The query under the names that the view gives to its columns. */
    private static Query named(Query query, Name view, List<Name> columns, boolean recursive) {
        String names = columns.stream().map(QuotedName::of).collect(Collectors.joining(", "));
        String with = (recursive ? "WITH RECURSIVE " : "WITH ") + QuotedName.of(view) + " (" + names + ") AS (";
        return new Query(
                with + query.text() + ") SELECT " + names + " FROM " + QuotedName.of(view),
                query.language(),
                query.position());
    }
}
