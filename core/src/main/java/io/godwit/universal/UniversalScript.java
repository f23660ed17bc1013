package io.godwit.universal;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A text of universal SQL, read statement by statement into operations: definitions become the operations that say the same, and
 * statements about rows stay SQL, one an operation. For one thread.
 */
public final class UniversalScript {

    /** Statements that keep PostgreSQL's storage and statistics in order. */
    private static final Set<String> UPKEEP =
            Set.of("analyze", "analyse", "checkpoint", "cluster", "reindex", "vacuum");

    private final Dialect dialect;
    private final Definitions definitions;
    private final Consumer<String> notes;
    private final Set<String> noted = new HashSet<>();
    private final Deque<Source> statements;
    private Position position = Position.NONE;

    /**
     * Splits a text.
     *
     * @param definitions what the plugin has defined so far; goes on with the text
     * @param notes takes what people should know, each thing once
     * @throws InvalidMigrationException if a quote, comment, bracket or body is not closed
     */
    public UniversalScript(SqlSource text, Dialect dialect, Definitions definitions, Consumer<String> notes) {
        this.dialect = dialect;
        this.definitions = definitions;
        this.notes = notes;
        this.statements = new ArrayDeque<>(split(text).stream()
                .flatMap(statement -> SchemaElements.of(statement).stream())
                .toList());
        definitions.scan(List.copyOf(statements));
    }

    private static List<Source> split(SqlSource text) {
        if (text instanceof SqlScript script) {
            return new ScriptSplitter(new Source(script.text(), script.position())).statements();
        } else if (text instanceof SqlFile file) {
            Position start = new Position(file.path(), "", 1, 1);
            return new ScriptSplitter(new Source(file.text(), start)).statements();
        }
        List<Source> sources = new ArrayList<>();
        SqlStatements list = (SqlStatements) text;
        for (String statement : list.statements()) {
            if (!statement.isBlank()) {
                sources.add(new Source(statement, list.position()));
            }
        }
        return sources;
    }

    public boolean hasNext() {
        return !statements.isEmpty();
    }

    /**
     * The operations of the next statement; none where nothing is to be done.
     *
     * @param schema the schema before the statement
     * @throws UnsupportedByDialectException if the engine cannot do the same
     * @throws InvalidMigrationException if the statement is not understood
     */
    public List<Operation> next(SchemaView schema) {
        Source statement = statements.remove();
        position = statement.position();
        try {
            return read(statement, new Reading.Surroundings(dialect, schema, definitions, this::note));
        } catch (UnsupportedByDialectException | IllegalArgumentException refusal) {
            throw placed(refusal, statement.position());
        }
    }

    /** Where the statement stands that was read last. */
    public Position position() {
        return position;
    }

    /**
     * A refusal with its place in the author's document, where it has none.
     *
     * @param statement where the statement stands that is refused
     */
    public static RuntimeException placed(RuntimeException refusal, Position statement) {
        Source source = new Source("", statement);
        if (refusal instanceof UnsupportedByDialectException unsupported) {
            return unsupported.location().isEmpty() ? source.unsupported(0, unsupported.unsupported()) : unsupported;
        }
        return refusal instanceof IllegalArgumentException
                ? source.refused(String.valueOf(refusal.getMessage()))
                : refusal;
    }

    private List<Operation> read(Source statement, Reading.Surroundings around) {
        if (statement.text().startsWith("\\")) {
            return command(statement);
        }
        if (CopyParser.isCopy(statement)) {
            return new CopyParser(statement, around).operations();
        }
        String first = new Lexer(statement).next().text();
        if (UPKEEP.contains(first) && !dialect.syntax().functions().speaksUniversal()) {
            note(first.toUpperCase(Locale.ROOT) + " is left out: it changes no answer");
            return List.of();
        }
        if (!DefinitionParser.reads(first)) {
            return rows(statement, first, around);
        }
        Definitions before = definitions.hasTypes() ? definitions.copy() : definitions;
        try {
            return new DefinitionParser(new Reading(statement, around)).operations();
        } catch (UnsupportedByDialectException | InvalidMigrationException | IllegalArgumentException refusal) {
            return opaque(statement, refusal, before);
        }
    }

    /**
     * The operations of the next statement, some of which an interrupted run has done already.
     *
     * @throws RepairNeededException if they depend on a schema that is no more
     */
    public List<Operation> again(SchemaView schema) {
        Source statement = statements.element();
        TokenReader tokens = new TokenReader(statement);
        boolean definition = DefinitionParser.reads(tokens.peek().text());
        boolean looks = tokens.isWord("drop") && !tokens.areWords("drop", "table");
        for (int ahead = 0; tokens.peek(ahead).kind() != Token.Kind.END; ahead++) {
            Token word = tokens.peek(ahead);
            looks |= word.isWord("exists")
                    || word.isWord("rename")
                    || (word.isWord("constraint") && looksUp(tokens, ahead));
        }
        if (definition && looks) {
            throw new RepairNeededException(
                    "The step was interrupted in or behind this universal SQL, and what of it is done"
                            + " cannot be told by reading it again: "
                            + statement.text().strip()
                            + "\nRestore the backup, or finish the step by hand and mark it as done.");
        }
        return next(schema);
    }

    private static boolean looksUp(TokenReader tokens, int ahead) {
        return ahead > 0 && tokens.peek(ahead - 1).isWord("drop");
    }

    private List<Operation> rows(Source statement, String first, Reading.Surroundings around) {
        if (first.equals("select") && isSetting(statement)) {
            Optional<List<Operation>> setting = new SettingParser(new Reading(statement, around)).call();
            if (setting.isPresent()) {
                return setting.get();
            }
        }
        String text = new CastRewriter(definitions).rewritten(statement);
        return List.of(Reading.statement(new Source(text, statement.position())));
    }

    private static boolean isSetting(Source statement) {
        String start =
                statement.text().substring(0, Math.min(40, statement.text().length()));
        return start.contains("set_config") || start.contains("setval");
    }

    /** On the engine whose SQL universal SQL is, what Godwit cannot say in operations runs as it is. */
    private List<Operation> opaque(Source statement, RuntimeException refusal, Definitions before) {
        if (!dialect.syntax().functions().speaksUniversal()) {
            throw refusal;
        }
        definitions.goBackTo(before);
        String text = statement.text();
        String head = text.lines().findFirst().orElse("").strip();
        note("as it is, and without a way back, runs: " + (head.length() > 60 ? head.substring(0, 60) + "…" : head));
        return List.of(Reading.statement(statement));
    }

    private void note(String text) {
        if (noted.add(text)) {
            notes.accept(text);
        }
    }

    /** Commands of the client psql, which no server knows. */
    private List<Operation> command(Source statement) {
        if (statement.text().startsWith("\\restrict") || statement.text().startsWith("\\unrestrict")) {
            return List.of();
        }
        throw statement.unsupported(
                0,
                new Unsupported(
                        dialect.engine(),
                        statement.text(),
                        "it is a command of the client psql, and no SQL",
                        "the statements themselves, without it"));
    }
}
