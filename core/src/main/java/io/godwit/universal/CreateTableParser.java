package io.godwit.universal;

import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TABLE, from behind TABLE. For one thread. */
final class CreateTableParser {

    private final Reading reading;
    private final TokenReader tokens;
    private final ConstraintParser constraints;

    CreateTableParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.constraints = new ConstraintParser(reading);
    }

    List<Operation> operations() {
        boolean ifNotExists = reading.ifNotExists();
        TableName name = reading.tableName();
        if (tokens.areWords("partition", "of")) {
            return partition(name);
        }
        if (!tokens.isSymbol("(") || tokens.isWord("as")) {
            throw reading.unsupported(
                    tokens.at(),
                    "CREATE TABLE " + name + " without columns",
                    "its columns are made from a query or a type",
                    "CREATE TABLE with its columns, then INSERT … SELECT");
        }
        TableBuilder builder = elements(name);
        Partition partition = behind();
        Table table = builder.table().withPartition(partition);
        return List.of(new CreateTable(table, ifNotExists));
    }

    private TableBuilder elements(TableName name) {
        TableBuilder builder = new TableBuilder(reading, name);
        tokens.expectSymbol("(");
        do {
            if (tokens.isWord("like")) {
                throw reading.unsupported(
                        tokens.at(), "LIKE in CREATE TABLE", "a table names its own columns", "the columns themselves");
            } else if (constraints.isNext()) {
                builder.add(constraints.ofTable());
            } else {
                builder.add(new ColumnParser(reading, name).column());
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return builder;
    }

    /** What follows the columns; the partition rule of it, null for none. */
    private @Nullable Partition behind() {
        Partition partition = null;
        while (tokens.peek().kind() != Token.Kind.END) {
            int at = tokens.at();
            tokens.accept("without", "oids");
            if (tokens.accept("partition", "by")) {
                partition = rule(at);
            } else if (tokens.accept("tablespace") || tokens.accept("using")) {
                tokens.name();
                reading.note("TABLESPACE and USING of a table are left out");
            } else if (tokens.isWord("with") && tokens.peek(1).isSymbol("(")) {
                constraints.storage();
            } else if (tokens.isWord("inherits")) {
                throw reading.unsupported(
                        at,
                        "INHERITS",
                        "other engines have no tables that inherit",
                        "the columns of both in one table");
            } else if (tokens.peek().kind() != Token.Kind.END) {
                throw reading.unsupported(
                        at,
                        "CREATE TABLE … " + tokens.peek().text().toUpperCase(Locale.ROOT),
                        "it is not understood there",
                        "the table without it");
            }
        }
        return partition;
    }

    private Partition rule(int at) {
        String kind = tokens.label().text();
        List<Name> columns = new ArrayList<>();
        tokens.expectSymbol("(");
        do {
            if (tokens.isSymbol("(") || tokens.peek(1).isSymbol("(")) {
                throw reading.unsupported(
                        at, "PARTITION BY an expression", "portable tables are partitioned by columns", "columns");
            }
            columns.add(tokens.name());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        try {
            return new Partition(Partition.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), columns);
        } catch (IllegalArgumentException unknown) {
            throw tokens.invalid(at, "PARTITION BY is RANGE, LIST or HASH");
        }
    }

    /** Rows find their place in a plain table without partitions of it. */
    private List<Operation> partition(TableName name) {
        int at = tokens.at();
        tokens.accept("partition", "of");
        TableName parent = reading.tableName();
        boolean known = reading.schema().table(parent).map(Table::partition).isPresent();
        if (reading.passesUnknown() || !known) {
            throw reading.unsupported(
                    at,
                    "PARTITION OF " + parent,
                    "that table is not known to be partitioned",
                    "PARTITION BY at " + parent + ", in the same plugin");
        }
        tokens.takeRest();
        reading.note("partition " + name + " is left out: " + parent + " keeps all its rows itself");
        return List.of();
    }
}
