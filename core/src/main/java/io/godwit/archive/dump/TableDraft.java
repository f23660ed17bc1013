package io.godwit.archive.dump;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import io.godwit.operation.SetDefault;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Language;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one table again in operations: what every engine says in the same words with the table, what only some do after it. For one use. */
final class TableDraft {

    private final Table table;
    private final UniversalWords words;
    private final KnownDocuments documents;
    private final DraftedPieces pieces;
    private final DumpNotes notes;
    private final List<Piece> after = new ArrayList<>();

    /** Something that is made once all tables are there. */
    private record Piece(String step, String what, Operation operation, boolean own) {}

    TableDraft(Table table, UniversalWords words, KnownDocuments documents, DraftedPieces pieces, DumpNotes notes) {
        this.table = table;
        this.words = words;
        this.documents = documents;
        this.pieces = pieces;
        this.notes = notes;
    }

    /**
     * Makes the table.
     *
     * @param there whether the table that a foreign key refers to is there already
     * @return the table as it is made
     */
    Table make(Set<String> there) {
        List<Column> columns = table.columns().stream().map(this::column).toList();
        List<Check> checks = new ArrayList<>();
        table.checks().forEach(check -> check(check, checks));
        List<ForeignKey> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (there.contains(key.table().caseless()) || key.table().equals(table.name())) {
                keys.add(key);
            } else {
                later(key);
            }
        }
        Table bare = Table.of(table.name(), columns)
                .withPrimaryKey(table.primaryKey())
                .withPartition(table.partition())
                .withComment(table.comment());
        Table whole = bare.withUniques(table.uniques()).withForeignKeys(keys).withChecks(checks);
        if (refusals(whole) > refusals(bare)) {
            table.uniques()
                    .forEach(unique -> after.add(
                            0,
                            new Piece(
                                    "keys",
                                    "the unique key " + unique.columns(),
                                    new AddUnique(table.name(), unique),
                                    false)));
            checks.forEach(this::later);
            keys.forEach(this::later);
            whole = bare;
        }
        pieces.required("tables", table.name().toString(), new CreateTable(whole, false));
        return bare;
    }

    private long refusals(Table made) {
        return pieces.refusals(new CreateTable(made, false));
    }

    /** Makes what was not made with the table. */
    void finish() {
        for (Piece piece : after) {
            if (piece.own()) {
                pieces.own(table.name().toString(), piece.what(), piece.operation());
            } else {
                pieces.optional(piece.step(), table.name().toString(), piece.what(), piece.operation(), pieces.all());
            }
        }
    }

    private void later(ForeignKey key) {
        after.add(new Piece(
                "links",
                "the foreign key " + key.columns() + " to " + key.table(),
                new AddForeignKey(table.name(), key),
                false));
    }

    private void later(Check check) {
        after.add(new Piece(
                "checks", "the check " + check.expression().text(), new AddCheck(table.name(), check), false));
    }

    private Column column(Column column) {
        Column portable =
                column.withSensitive(documents.sensitive().apply(table.name()).contains(column.name()));
        String collation = column.collation();
        if (collation != null && !collation.equals("native")) {
            notes.add(
                    table.name(),
                    "column " + column.name() + " compares as the engine's collation " + collation
                            + " does; in the package it has each engine's default");
            portable = portable.withCollation("native");
        }
        return generated(withDefault(portable));
    }

    private Column withDefault(Column column) {
        Value value = column.defaultValue();
        if (!(value instanceof Expression expression) || expression.language() == Language.UNIVERSAL) {
            return column;
        }
        Value said = documents
                .column(table.name(), column.name())
                .map(Column::defaultValue)
                .orElse(null);
        Optional<Expression> universal =
                words.value(expression, said instanceof Expression text ? text : null, column.type(), null, names());
        Column without = column.withDefaultValue(null);
        SetDefault set = new SetDefault(table.name(), column.name(), universal.orElse(expression));
        String what = "the default " + expression.text() + " of column " + column.name();
        if (universal.isEmpty()) {
            after.add(new Piece("defaults", what, set, true));
            return without;
        }
        Column with = column.withDefaultValue(universal.get());
        if (refusals(Table.of(table.name(), List.of(with))) > refusals(Table.of(table.name(), List.of(without)))) {
            after.add(new Piece("defaults", what, set, false));
            return without;
        }
        return with;
    }

    private Column generated(Column column) {
        Generated generated = column.generated();
        if (generated == null) {
            return column;
        }
        Optional<Expression> universal =
                words.value(generated.expression(), saidOfGenerated(column), column.type(), table.name(), names());
        if (universal.isEmpty()) {
            notes.add(
                    table.name(),
                    "column " + column.name() + " is computed as "
                            + generated.expression().text()
                            + ", which universal SQL cannot say: in the package it is an ordinary column with the values of now");
            return column.withGenerated(null);
        }
        return column.withGenerated(new Generated(universal.get(), generated.stored()));
    }

    private @Nullable Expression saidOfGenerated(Column column) {
        return documents
                .column(table.name(), column.name())
                .map(Column::generated)
                .map(Generated::expression)
                .orElse(null);
    }

    private void check(Check check, List<Check> inTable) {
        Check said = documents.check(table.name(), check.name());
        Optional<Expression> universal =
                words.condition(check.expression(), said == null ? null : said.expression(), table.name(), names());
        if (universal.isPresent()) {
            inTable.add(new Check(check.name(), universal.get()));
        } else {
            after.add(new Piece(
                    "checks", "the check " + check.expression().text(), new AddCheck(table.name(), check), true));
        }
    }

    private List<Name> names() {
        return table.columns().stream().map(Column::name).toList();
    }
}
