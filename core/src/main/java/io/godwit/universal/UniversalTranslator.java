package io.godwit.universal;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Term;
import io.godwit.dialect.Translator;
import io.godwit.dialect.ValueType;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import io.godwit.schema.NativeType;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Translates universal SQL into one engine's, by that engine's syntax and forms. Stateless and thread-safe. */
public final class UniversalTranslator implements Translator {

    private final Dialect dialect;
    private final boolean statements;

    public UniversalTranslator(Dialect dialect) {
        this(dialect, false);
    }

    private UniversalTranslator(Dialect dialect, boolean statements) {
        this.dialect = dialect;
        this.statements = statements;
    }

    @Override
    public Translator inStatements() {
        return new UniversalTranslator(dialect, true);
    }

    @Override
    public String expression(Expression expression, @Nullable TableName table, SchemaView schema) {
        return expression(expression, table, schema, ExpressionWriter::value);
    }

    @Override
    public String condition(Expression expression, @Nullable TableName table, SchemaView schema) {
        return expression(expression, table, schema, ExpressionWriter::condition);
    }

    @Override
    public String value(
            Expression expression, @Nullable ColumnType type, @Nullable TableName table, SchemaView schema) {
        ColumnType portable =
                type instanceof NativeType own ? own.portableOn(dialect.keys()).orElse(null) : type;
        if (portable == null && type instanceof NativeType own && OwnClock.isAsked(expression)) {
            return OwnClock.of(own, dialect.keys());
        }
        return portable == null
                ? expression(expression, table, schema)
                : expression(
                        expression, table, schema, (writer, node) -> writer.assigned(node, ValueType.of(portable)));
    }

    private String expression(
            Expression expression,
            @Nullable TableName table,
            SchemaView schema,
            BiFunction<ExpressionWriter, Node, Term> place) {
        if (expression.language() == Language.ENGINE) {
            return expression.text();
        }
        Source source = new Source(expression.text(), expression.position());
        FunctionForms forms = dialect.syntax().functions();
        Translation translation = new Translation(source, dialect, schema, statements ? forms : forms.inDefinitions());
        StatementParser parser = new StatementParser(source);
        Node tree;
        try {
            tree = parser.wholeExpression();
        } catch (InvalidMigrationException notUnderstood) {
            return untranslated(translation, notUnderstood);
        }
        return place.apply(new ExpressionWriter(translation, scope(table, translation)), tree)
                .sql();
    }

    @Override
    public String query(Query query, SchemaView schema) {
        if (query.language() == Language.ENGINE) {
            return query.text();
        }
        Source source = new Source(query.text(), query.position());
        Translation translation = new Translation(source, dialect, schema);
        StatementParser parser = new StatementParser(source);
        QueryTree tree;
        try {
            tree = parser.wholeQuery();
        } catch (InvalidMigrationException notUnderstood) {
            return untranslated(translation, notUnderstood);
        }
        return new QueryWriter(translation, Scope.NONE).whole(tree);
    }

    @Override
    public List<String> statements(String statement, Position position, SchemaView schema) {
        Source source = new Source(statement, position);
        Translation translation = new Translation(source, dialect, schema);
        StatementParser parser = new StatementParser(source);
        if (!parser.isNext()) {
            return List.of(other(translation, parser.firstWord()));
        }
        StatementTree tree;
        try {
            tree = parser.wholeStatement();
        } catch (InvalidMigrationException notUnderstood) {
            return List.of(untranslated(translation, notUnderstood));
        }
        return plain(tree, translation).stream()
                .map(one -> new StatementWriter(translation).write(one))
                .toList();
    }

    /** The statements of which the engine has every part. */
    private static List<StatementTree> plain(StatementTree tree, Translation translation) {
        return tree instanceof StatementTree.Insert insert && insert.conflict() != null
                ? new ConflictRewriting(translation, insert, insert.conflict()).statements()
                : List.of(tree);
    }

    private static String other(Translation translation, String firstWord) {
        if (translation.passesUnknown()) {
            return translation.source().text();
        }
        throw translation.unsupported(
                0,
                "the universal statement " + firstWord.toUpperCase(Locale.ROOT) + " …",
                "of universal SQL, Godwit translates SELECT, INSERT, UPDATE and DELETE",
                "operations, or a statement under the engine's own key");
    }

    /** On the engine whose SQL universal SQL is, a text that Godwit cannot read may still be right. */
    private static String untranslated(Translation translation, InvalidMigrationException notUnderstood) {
        if (translation.passesUnknown()) {
            return translation.source().text();
        }
        throw notUnderstood;
    }

    private static Scope scope(@Nullable TableName table, Translation translation) {
        Scope scope = new Scope(null);
        if (table != null) {
            scope.change(table);
            scope.add(
                    table.name(),
                    translation
                            .schema()
                            .table(table)
                            .map(known -> new KnownColumns(translation).of(known))
                            .orElse(Columns.UNKNOWN));
        }
        return scope;
    }
}
