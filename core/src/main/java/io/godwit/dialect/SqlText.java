package io.godwit.dialect;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Position;
import java.util.List;
import java.util.Optional;

/** Picks the text for an engine, splits it, and translates what is universal. */
public final class SqlText {

    private final Dialect dialect;
    private final RenderContext context;

    public SqlText(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    /** The statements for the engine; none if its text is empty. */
    public List<Statement> statements(EngineSql sql) {
        Optional<SqlSource> own = sql.forEngine(dialect.keys());
        if (own.isPresent()) {
            return split(own.get(), dialect.splitter()).stream()
                    .map(Statement::of)
                    .toList();
        }
        SqlSource universal = sql.universal().orElseThrow(() -> missing(sql));
        return split(universal, SplitterRules.UNIVERSAL).stream()
                .flatMap(text -> context.translator().statements(text, position(universal), context.schema()).stream())
                .map(Statement::of)
                .toList();
    }

    private static List<String> split(SqlSource source, SplitterRules rules) {
        if (source instanceof SqlStatements list) {
            return list.statements().stream().filter(text -> !text.isBlank()).toList();
        }
        String text = source instanceof SqlScript script ? script.text() : ((SqlFile) source).text();
        return new StatementSplitter(rules).split(text);
    }

    private static Position position(SqlSource source) {
        if (source instanceof SqlScript script) {
            return script.position();
        }
        return source instanceof SqlStatements list ? list.position() : Position.NONE;
    }

    private UnsupportedByDialectException missing(EngineSql sql) {
        return new UnsupportedByDialectException(new Unsupported(
                dialect.engine(),
                "sql for " + sql.texts().keySet(),
                "there is no text for this engine and none that is universal",
                "add the key \"" + dialect.engine() + "\" or \"universal\" (an empty text means: nothing to do)"));
    }
}
