package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.schema.Name;
import io.godwit.universal.StatementTree.Conflict;
import io.godwit.universal.StatementTree.Insert;
import java.util.stream.Collectors;

/** Writes ON CONFLICT. For one thread. */
final class ConflictWriter {

    private final Translation translation;
    private final Scope scope;
    private final StatementWriter statements;

    ConflictWriter(Translation translation, Scope scope, StatementWriter statements) {
        this.translation = translation;
        this.scope = scope;
        this.statements = statements;
    }

    String write(Conflict conflict, Insert insert, Columns columns) {
        translation.require(Clause.ON_CONFLICT, conflict.at());
        String head = "ON CONFLICT" + target(conflict, insert);
        if (conflict.assignments().isEmpty()) {
            return head + " DO NOTHING";
        }
        scope.add(Name.of("excluded"), columns);
        String where = statements.where(conflict.where());
        return head + " DO UPDATE SET "
                + statements
                        .assignments(new RelationWriter(translation, scope).name(insert.target()), false, columns)
                        .text(conflict.assignments())
                + (where.isEmpty() ? "" : " " + where);
    }

    private ConflictKeys keys(Conflict conflict, Insert insert) {
        return new ConflictKeys(translation, new RelationWriter(translation, scope).name(insert.target()), conflict);
    }

    private String target(Conflict conflict, Insert insert) {
        Name constraint = conflict.constraint();
        if (constraint != null) {
            return translation.passesUnknown()
                    ? " ON CONSTRAINT " + translation.syntax().name(constraint)
                    : " " + statements.names(keys(conflict, insert).list().get(0));
        }
        if (conflict.target().isEmpty()) {
            return "";
        }
        ExpressionWriter expressions = new ExpressionWriter(translation, scope);
        String keys = conflict.target().stream()
                .map(key -> expressions.write(key.key()).sql())
                .collect(Collectors.joining(", ", " (", ")"));
        String where = statements.where(conflict.targetWhere());
        return keys + (where.isEmpty() ? "" : " " + where);
    }
}
