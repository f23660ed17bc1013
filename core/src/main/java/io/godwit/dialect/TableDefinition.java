package io.godwit.dialect;

import java.util.List;

/**
 * The statements that make a table again as it is, in the engine's own SQL and without closing semicolons. Immutable.
 *
 * @param needs what must be there first, such as a type: they do nothing where it is
 * @param create the table, ready to take its rows
 * @param finish what comes after the rows: keys and indexes that are cheaper to make then, positions of sequences, triggers, comments,
 *     privileges
 * @param links what needs other tables, such as foreign keys: when all tables of a backup are finished
 */
public record TableDefinition(List<String> needs, List<String> create, List<String> finish, List<String> links) {

    public TableDefinition {
        needs = List.copyOf(needs);
        create = List.copyOf(create);
        finish = List.copyOf(finish);
        links = List.copyOf(links);
    }
}
