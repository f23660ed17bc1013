package io.godwit.universal;

import io.godwit.operation.CommentOn;
import io.godwit.operation.Operation;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads COMMENT ON, from behind ON. For one thread. */
final class CommentParser {

    private final Reading reading;
    private final TokenReader tokens;

    CommentParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> operations() {
        if (tokens.accept("table")) {
            TableName table = reading.tableName();
            return List.of(new CommentOn(table, null, text()));
        }
        if (tokens.accept("column")) {
            return column();
        }
        reading.note("a comment on what is neither a table nor a column is left out");
        tokens.takeRest();
        return List.of();
    }

    private List<Operation> column() {
        int at = tokens.at();
        List<Name> names = tokens.dottedNames();
        int last = names.size() - 1;
        if (last < 1 || last > 2) {
            throw tokens.invalid(at, "a table and its column are missing");
        }
        TableName table = new TableName(last == 2 ? names.get(0) : null, names.get(last - 1));
        CommentOn comment = new CommentOn(table, names.get(last), text());
        if (reading.schema().table(table).isEmpty()
                && reading.schema().view(table).isPresent()) {
            reading.note("comments on columns of views are left out");
            return List.of();
        }
        return List.of(comment);
    }

    private @Nullable String text() {
        tokens.expect("is");
        return tokens.accept("null") ? null : reading.string("a comment");
    }
}
