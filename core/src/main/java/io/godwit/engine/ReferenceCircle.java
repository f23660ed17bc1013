package io.godwit.engine;

import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.universal.QuotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Tables that refer to each other in a circle, and which of their rows belong together. A row is known by its table's number and the
 * text of its key, so that one recursion goes through all of them. In universal SQL; immutable.
 */
final class ReferenceCircle {

    private static final String ROWS = "godwit_circle";
    private static final String COLUMNS = " (godwit_table, godwit_row)";

    private final List<Member> members;
    private final BiPredicate<ForeignKey, Table> refers;

    /**
     * Of tables that each refer to another of them.
     *
     * @param refers whether a foreign key refers to a table
     */
    ReferenceCircle(List<Member> members, BiPredicate<ForeignKey, Table> refers) {
        this.members = List.copyOf(members);
        this.refers = refers;
    }

    /**
     * One of the tables.
     *
     * @param condition on the rows that are asked for
     */
    record Member(Table table, String condition) {}

    /** The condition on the rows of a table that are asked for, or that one which is refers to, directly or through others. */
    String condition(Table table) {
        int number = members.stream().map(Member::table).toList().indexOf(table);
        return row(table, "") + " IN (WITH RECURSIVE " + ROWS + COLUMNS
                + " AS (SELECT s.godwit_table, s.godwit_row FROM ("
                + seeds() + ") AS s UNION SELECT e.godwit_table, e.godwit_row FROM " + ROWS + " AS u JOIN (" + edges()
                + ") AS e ON e.godwit_from = u.godwit_table AND e.godwit_by = u.godwit_row) SELECT godwit_row FROM "
                + ROWS
                + " WHERE godwit_table = " + number + ")";
    }

    /** Each table has a part, also where none of its rows is asked for: the first rows say how long a text may be. */
    private String seeds() {
        List<String> all = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            Member member = members.get(number);
            all.add("SELECT " + number + " AS godwit_table, " + row(member.table(), "") + " AS godwit_row FROM "
                    + QuotedName.of(member.table().name()) + " WHERE " + member.condition());
        }
        return String.join(" UNION ALL ", all);
    }

    private String edges() {
        List<String> all = new ArrayList<>();
        for (int from = 0; from < members.size(); from++) {
            Table table = members.get(from).table();
            for (ForeignKey key : table.foreignKeys()) {
                for (int to = 0; to < members.size(); to++) {
                    if (refers.test(key, members.get(to).table())) {
                        all.add(edge(from, key, to));
                    }
                }
            }
        }
        return String.join(" UNION ALL ", all);
    }

    private String edge(int from, ForeignKey key, int to) {
        Table own = members.get(from).table();
        Table other = members.get(to).table();
        List<String> pairs = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            pairs.add("o." + QuotedName.of(key.referenced().get(index)) + " = f."
                    + QuotedName.of(key.columns().get(index)));
        }
        return "SELECT " + from + " AS godwit_from, " + row(own, "f.") + " AS godwit_by, " + to + " AS godwit_table, "
                + row(other, "o.") + " AS godwit_row FROM " + QuotedName.of(own.name()) + " AS f JOIN "
                + QuotedName.of(other.name()) + " AS o ON " + String.join(" AND ", pairs);
    }

    /** What tells a row: the text of its key, of several columns each with its length. */
    private String row(Table table, String alias) {
        List<String> texts = identity(table).stream()
                .map(name -> text(table, name, alias + QuotedName.of(name)))
                .toList();
        return texts.size() == 1
                ? texts.get(0)
                : texts.stream()
                        .map(text -> "CAST(char_length(" + text + ") AS text) || ':' || " + text)
                        .collect(Collectors.joining(" || ", "(", ")"));
    }

    private List<Name> identity(Table table) {
        if (table.primaryKey() != null) {
            return table.primaryKey().columns();
        }
        return members.stream()
                .flatMap(member -> member.table().foreignKeys().stream())
                .filter(key -> refers.test(key, table))
                .findFirst()
                .orElseThrow()
                .referenced();
    }

    private static String text(Table table, Name name, String column) {
        Optional<Column> known = table.column(name);
        boolean bytes = known.map(Column::type).filter(SimpleType.BYTES::equals).isPresent();
        return bytes ? "encode(" + column + ", 'hex')" : "CAST(" + column + " AS text)";
    }
}
