package io.godwit.dialect.sqlite;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a change of rows sets off actions of foreign keys, which do not happen while a rebuild suspends them. */
final class RowActions {

    private static final Set<ReferentialAction> PASSIVE =
            Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    private static final Set<String> FIRST = Set.of("DELETE", "UPDATE", "REPLACE", "INSERT", "WITH");

    private final SchemaView schema;

    RowActions(SchemaView schema) {
        this.schema = schema;
    }

    Statement delete(TableName table, String sql) {
        return statement(sql, isReferredTo(table, true));
    }

    Statement update(TableName table, String sql) {
        return statement(sql, isReferredTo(table, false));
    }

    /** Text that a translator or an author wrote: its table is the name after DELETE FROM, UPDATE or REPLACE INTO. */
    Statement text(String sql) {
        List<Token> tokens = Lexer.tokens(sql).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        boolean changesRows =
                !tokens.isEmpty() && FIRST.contains(tokens.get(0).text().toUpperCase(Locale.ROOT));
        boolean active = false;
        for (int at = 0; changesRows && at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean delete = token.is("DELETE") || token.is("REPLACE");
            if (delete || token.is("UPDATE")) {
                active |= isReferredTo(TableName.of(target(tokens, at + 1)), delete);
            }
        }
        return statement(sql, active);
    }

    /** The first name that is no key word of the statement's head, past a schema. */
    private static String target(List<Token> tokens, int from) {
        Set<String> head = Set.of("FROM", "INTO", "OR", "ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE");
        int at = from;
        while (at < tokens.size()
                && tokens.get(at).kind() == Token.Kind.WORD
                && head.contains(tokens.get(at).text().toUpperCase(Locale.ROOT))) {
            at++;
        }
        if (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        boolean named = at < tokens.size()
                && tokens.get(at).isName()
                && !tokens.get(at).value().isBlank();
        return named ? tokens.get(at).value() : "?";
    }

    private boolean isReferredTo(TableName table, boolean delete) {
        for (Table other : schema.referencing(table)) {
            for (ForeignKey key : other.foreignKeys()) {
                ReferentialAction action = delete ? key.onDelete() : key.onUpdate();
                if (key.table().folded().equals(table.folded()) && !PASSIVE.contains(action)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Statement statement(String sql, boolean active) {
        return new Statement(sql, active ? Statement.Mode.FOREIGN_KEYS_ENFORCED : Statement.Mode.NORMAL);
    }
}
