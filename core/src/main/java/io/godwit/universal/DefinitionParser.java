package io.godwit.universal;

import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.Operation;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameIndex;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one statement that defines something, by its first words. For one thread. */
final class DefinitionParser {

    private static final Set<String> FIRST_WORDS =
            Set.of("create", "alter", "drop", "comment", "grant", "revoke", "truncate", "refresh", "set");

    private final Reading reading;
    private final TokenReader tokens;

    DefinitionParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** Whether a statement that begins with this word is one for this class. */
    static boolean reads(String firstWord) {
        return FIRST_WORDS.contains(firstWord);
    }

    List<Operation> operations() {
        List<Operation> operations = statement();
        tokens.acceptSymbol(";");
        tokens.expectEnd();
        return operations;
    }

    private List<Operation> statement() {
        if (tokens.isWord("set")) {
            return new SettingParser(reading).set();
        }
        return switch (tokens.take().text()) {
            case "create" -> create();
            case "alter" -> alter();
            case "drop" -> new DropParser(reading).operations();
            case "comment" -> {
                tokens.expect("on");
                yield new CommentParser(reading).operations();
            }
            case "grant" -> new PrivilegeParser(reading).operations(true);
            case "revoke" -> new PrivilegeParser(reading).operations(false);
            case "truncate" -> truncate();
            default -> refresh();
        };
    }

    private List<Operation> create() {
        int at = tokens.at();
        boolean orReplace = tokens.accept("or", "replace");
        boolean temporary = tokens.accept("temporary") || tokens.accept("temp") || tokens.accept("local", "temporary");
        if (tokens.accept("unlogged")) {
            reading.note("UNLOGGED is left out: the table survives a crash");
        }
        boolean unique = tokens.accept("unique");
        boolean recursive = tokens.accept("recursive");
        boolean materialized = tokens.accept("materialized");
        if (temporary || (tokens.isWord("constraint") && tokens.peek(1).isWord("trigger"))) {
            throw refused(at, "CREATE");
        }
        return switch (tokens.take().text()) {
            case "table" -> new CreateTableParser(reading).operations();
            case "index" -> new IndexParser(reading).operations(unique);
            case "view" -> new ViewParser(reading).operations(orReplace, materialized, recursive);
            case "sequence" -> new SequenceParser(reading).create();
            case "type" -> new TypeDefinitionParser(reading).type();
            case "domain" -> new TypeDefinitionParser(reading).domain();
            case "schema" -> schema();
            case "extension" -> extension();
            case "trigger" -> new TriggerParser(reading).operations(orReplace);
            case "function" -> new TriggerFunctionParser(reading).operations();
            default -> throw refused(at, "CREATE");
        };
    }

    private List<Operation> schema() {
        int at = tokens.at();
        boolean ifNotExists = reading.ifNotExists();
        Name name = tokens.name();
        if (tokens.accept("authorization")) {
            tokens.label();
            reading.note("AUTHORIZATION is left out: what a migration makes belongs to the login that runs it");
        }
        if (tokens.peek().kind() != Token.Kind.END) {
            throw reading.unsupported(
                    at,
                    "CREATE SCHEMA … " + tokens.peek().text().toUpperCase(Locale.ROOT),
                    "it is not understood there",
                    "CREATE SCHEMA, then a statement for each thing in it");
        }
        boolean byDefault = new TableName(name, name).schema().isEmpty();
        return byDefault || (ifNotExists && reading.schema().hasSchema(name))
                ? List.of()
                : List.of(new CreateSchema(name));
    }

    private List<Operation> extension() {
        reading.ifNotExists();
        Name name = tokens.name();
        tokens.takeRest();
        if (name.text().equals("plpgsql")) {
            reading.note("extension plpgsql is left out: every PostgreSQL has it");
            return List.of();
        }
        return List.of(new CreateExtension(name));
    }

    private List<Operation> alter() {
        int at = tokens.at();
        if (tokens.accept("table")) {
            return new AlterTableParser(reading).operations();
        } else if (tokens.accept("sequence")) {
            return new SequenceParser(reading).alter();
        } else if (isOwner()) {
            tokens.takeRest();
            reading.note("OWNER TO is left out: what a migration makes belongs to the login that runs it");
            return List.of();
        } else if (tokens.accept("type")) {
            return new TypeDefinitionParser(reading).alteredType();
        } else if (tokens.accept("index")) {
            return index();
        }
        throw refused(at, "ALTER");
    }

    /** Whether the statement ends in {@code OWNER TO somebody}. */
    private boolean isOwner() {
        for (int ahead = 0; tokens.peek(ahead).kind() != Token.Kind.END; ahead++) {
            if (tokens.peek(ahead).isWord("owner") && tokens.peek(ahead + 1).isWord("to")) {
                return true;
            }
        }
        return false;
    }

    private List<Operation> index() {
        int at = tokens.at();
        boolean ifExists = reading.ifExists();
        TableName name = reading.tableName();
        if (!tokens.accept("rename", "to")) {
            throw refused(at, "ALTER INDEX");
        }
        Name to = tokens.name();
        if (reading.definitions().forgetIndex(name)) {
            reading.definitions().leaveOutIndex(name.sibling(to));
            return List.of();
        }
        for (Table table : reading.schema().tables()) {
            if (NamedConstraint.isKeyOf(table, name)) {
                return new NamedConstraint(reading, table.name(), name.name()).renamed(at, to);
            }
        }
        return new NamedIndex(reading, name)
                .find(at, ifExists)
                .<List<Operation>>map(place -> List.of(new RenameIndex(place.table(), place.column(), to)))
                .orElse(List.of());
    }

    private List<Operation> refresh() {
        int at = tokens.at();
        tokens.expect("materialized");
        tokens.expect("view");
        if (tokens.accept("concurrently")) {
            reading.note("CONCURRENTLY is left out: readers wait until the view is filled");
        }
        TableName name = reading.tableName();
        if (tokens.accept("with", "no", "data")) {
            throw reading.unsupported(at, "REFRESH … WITH NO DATA", "a view keeps its rows", "DROP VIEW");
        }
        tokens.accept("with", "data");
        return List.of(new RefreshView(name));
    }

    private List<Operation> truncate() {
        int at = tokens.at();
        tokens.accept("table");
        List<TableName> tables = new ArrayList<>();
        do {
            tokens.accept("only");
            tables.add(reading.tableName());
            tokens.acceptSymbol("*");
        } while (tokens.acceptSymbol(","));
        tokens.accept("continue", "identity");
        boolean more = tokens.isWord("restart") || reading.cascade();
        if (more || isReferredTo(tables)) {
            throw reading.unsupported(
                    at,
                    "TRUNCATE with CASCADE, RESTART IDENTITY or of a table that others refer to",
                    "other engines cannot do that at once",
                    "DELETE FROM each table, those that refer to others first");
        }
        return tables.stream()
                .<Operation>map(table -> new DeleteRows(table, null))
                .toList();
    }

    private boolean isReferredTo(List<TableName> tables) {
        for (TableName table : tables) {
            for (Table other : reading.schema().referencing(table)) {
                for (ForeignKey key : other.foreignKeys()) {
                    if (key.table().equals(table) && !other.name().equals(table)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private RuntimeException refused(int at, String first) {
        String what = first + " " + tokens.written(at, tokens.peek().end());
        return reading.unsupported(
                at,
                what.strip().toUpperCase(Locale.ROOT),
                "no operation does that, and other engines have no such thing or another",
                "operations, or a statement under the engine's own key");
    }
}
