package io.godwit.universal;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.failure.GodwitException;
import io.godwit.failure.Unsupported;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One statement on its way to operations: its tokens, what is known around it, and how what is found is said. For one thread.
 *
 * <p>What is refused here passes as it is on an engine whose SQL universal SQL is.
 */
final class Reading {

    private final Source source;
    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final Surroundings around;

    /**
     * What is known around a statement.
     *
     * @param dialect the engine
     * @param schema the schema before the statement
     * @param definitions what the plugin has defined so far
     * @param notes takes what people should know
     */
    record Surroundings(Dialect dialect, SchemaView schema, Definitions definitions, Consumer<String> notes) {}

    Reading(Source source, Surroundings around) {
        this.source = source;
        this.tokens = new TokenReader(source);
        this.expressions = new QueryParser(tokens).expressions();
        this.around = around;
    }

    TokenReader tokens() {
        return tokens;
    }

    ExpressionParser expressions() {
        return expressions;
    }

    SchemaView schema() {
        return around.schema();
    }

    Definitions definitions() {
        return around.definitions();
    }

    Dialect dialect() {
        return around.dialect();
    }

    /** Whether what is not understood passes as it is. */
    boolean passesUnknown() {
        return around.dialect().syntax().functions().speaksUniversal();
    }

    TableName tableName() {
        int at = tokens.at();
        List<Name> names = tokens.dottedNames();
        return switch (names.size()) {
            case 1 -> new TableName(null, names.get(0));
            case 2 -> new TableName(names.get(0), names.get(1));
            default -> throw tokens.invalid(at, "a name here is a table, or a schema and a table");
        };
    }

    /** An expression as a value, with its place. */
    Expression expression() {
        int start = tokens.at();
        expressions.expression();
        return expression(start, tokens.end());
    }

    /** {@code ( expression )}. */
    Expression bracketedExpression() {
        tokens.expectSymbol("(");
        Expression expression = expression();
        tokens.expectSymbol(")");
        return expression;
    }

    /** What is written between two offsets, as an expression. */
    Expression expression(int start, int end) {
        return Expression.of(written(start, end), source.at(start));
    }

    Query query(int start, int end) {
        return Query.of(written(start, end), source.at(start));
    }

    /** The author's text, in which casts to types that only the plugin knows are casts to what they are made of. */
    String written(int start, int end) {
        return new CastRewriter(definitions()).rewritten(source.text(), start, end, tokens);
    }

    /** A literal string, such as a comment's text. */
    String string(String what) {
        if (tokens.peek().kind() != Token.Kind.STRING) {
            throw tokens.unexpected(what + " in quotes is missing");
        }
        return tokens.take().text();
    }

    /** {@code IF EXISTS}, if it comes next. */
    boolean ifExists() {
        return tokens.accept("if", "exists");
    }

    boolean ifNotExists() {
        return tokens.accept("if", "not", "exists");
    }

    /** Takes {@code CASCADE} or {@code RESTRICT} if it comes next; true for the first. */
    boolean cascade() {
        if (tokens.accept("cascade")) {
            return true;
        }
        tokens.accept("restrict");
        return false;
    }

    /** What cannot be said in operations: it passes as it is, or is refused. */
    GodwitException unsupported(int at, String construct, String reason, String alternative) {
        return source.unsupported(
                at, new Unsupported(dialect().engine(), "the universal " + construct, reason, alternative));
    }

    void note(String finding) {
        around.notes().accept(finding);
    }

    /** The statement as it is, as one that runs on engines whose SQL universal SQL is, or is translated. */
    Operation asWritten() {
        return statement(source);
    }

    static Operation statement(Source statement) {
        return new Sql(new EngineSql(
                Map.of(EngineSql.UNIVERSAL, new SqlStatements(List.of(statement.text()), statement.position()))));
    }

    Source source() {
        return source;
    }
}
