package io.godwit.universal;

import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Locale;

/** Writes columns, and finds their types. For one thread. */
final class ColumnWriter {

    private final Translation translation;
    private final Scope scope;

    ColumnWriter(Translation translation, Scope scope) {
        this.translation = translation;
        this.scope = scope;
    }

    Term write(Node.ColumnReference column) {
        String name = translation.syntax().name(column.name());
        List<Name> qualifiers = column.qualifiers();
        if (qualifiers.isEmpty()) {
            return Term.atom(name).as(unqualified(column));
        }
        Name label = qualifiers.get(qualifiers.size() - 1);
        Scope.Visible relation = scope.relation(label);
        if (qualifiers.size() == 1 && relation == null && isTriggerRow(label)) {
            return Term.atom(label.text().toUpperCase(Locale.ROOT) + "." + name).as(unqualified(column));
        }
        ValueType type = relation == null ? null : relation.columns().type(column.name());
        if (type == null && mustBeKnown()) {
            throw relation == null
                    ? translation.source().invalid(column.at(), "no table here is called " + label)
                    : missing(column, label.text());
        }
        return Term.atom(qualifier(qualifiers) + "." + name).as(type == null ? ValueType.UNKNOWN : type.held());
    }

    private static boolean isTriggerRow(Name label) {
        return label.text().equals("new") || label.text().equals("old");
    }

    /** Elsewhere than on PostgreSQL a qualified table has its own name for an alias, and columns go by that. */
    String qualifier(List<Name> qualifiers) {
        Name label = qualifiers.get(qualifiers.size() - 1);
        return qualifiers.size() == 1 || !translation.passesUnknown()
                ? translation.syntax().name(label)
                : translation.syntax().table(new TableName(qualifiers.get(0), qualifiers.get(1)));
    }

    private ValueType unqualified(Node.ColumnReference column) {
        ValueType type = scope.column(column.name());
        if (type == null && !scope.isEmpty() && mustBeKnown()) {
            throw missing(column, "any table here");
        }
        return type == null ? ValueType.UNKNOWN : type.held();
    }

    /** Where names are looked up by the engine alone, its own columns and rules come in. */
    private boolean mustBeKnown() {
        return translation.schema().complete() && !translation.passesUnknown();
    }

    private RuntimeException missing(Node.ColumnReference column, String where) {
        return translation.source().invalid(column.at(), "there is no column " + column.name() + " in " + where);
    }
}
