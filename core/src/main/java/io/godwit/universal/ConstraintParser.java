package io.godwit.universal;

import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads constraints, of a table or of a column. For one thread. */
final class ConstraintParser {

    private final Reading reading;
    private final TokenReader tokens;

    ConstraintParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** Whether a constraint of a table comes next. */
    boolean isNext() {
        return tokens.isWord("constraint")
                || tokens.isWord("check")
                || tokens.areWords("primary", "key")
                || tokens.areWords("foreign", "key")
                || tokens.isWord("exclude")
                || (tokens.isWord("unique")
                        && (tokens.peek(1).isSymbol("(") || tokens.peek(1).kind() == Token.Kind.WORD));
    }

    /** {@code CONSTRAINT name}; null if it does not come next. */
    @Nullable
    Name name() {
        return tokens.accept("constraint") ? tokens.name() : null;
    }

    ConstraintDraft ofTable() {
        Name name = name();
        int at = tokens.at();
        ConstraintDraft draft;
        if (tokens.accept("primary", "key")) {
            draft = new ConstraintDraft.Key(name, keyColumns(at));
        } else if (tokens.accept("unique")) {
            nullsDistinct();
            draft = new ConstraintDraft.Unique(name, keyColumns(at));
        } else if (tokens.accept("check")) {
            draft = new ConstraintDraft.Condition(name, reading.bracketedExpression());
        } else if (tokens.accept("foreign", "key")) {
            List<Name> columns = tokens.bracketedNames();
            draft = reference(name, columns);
        } else if (tokens.isWord("exclude")) {
            throw reading.unsupported(
                    at,
                    "EXCLUDE constraint",
                    "other engines have no such constraint",
                    "a unique constraint, or a trigger");
        } else {
            throw tokens.unexpected("a constraint is missing");
        }
        timing();
        return draft;
    }

    private List<Name> keyColumns(int at) {
        if (tokens.isWord("using")) {
            throw reading.unsupported(
                    at,
                    "constraint USING INDEX",
                    "a constraint is made with its columns",
                    "ADD CONSTRAINT with the columns in brackets, and no index before it");
        }
        List<Name> columns = tokens.bracketedNames();
        if (tokens.accept("include")) {
            tokens.bracketedNames();
            reading.note("INCLUDE columns of a constraint are left out: they change no answer");
        }
        storage();
        return columns;
    }

    /** {@code WITH (…)} and {@code USING INDEX TABLESPACE}, which change no answer. */
    void storage() {
        if (tokens.areWords("using", "index", "tablespace")) {
            tokens.accept("using", "index", "tablespace");
            tokens.name();
            reading.note("TABLESPACE is left out");
        }
        if (tokens.isWord("with") && tokens.peek(1).isSymbol("(")) {
            tokens.take();
            tokens.skipBrackets();
            reading.note("storage parameters in WITH (…) are left out");
        }
    }

    void nullsDistinct() {
        int at = tokens.at();
        if (tokens.accept("nulls", "not", "distinct")) {
            throw reading.unsupported(
                    at,
                    "NULLS NOT DISTINCT",
                    "rows with a NULL never collide in a portable unique constraint",
                    "NOT NULL columns");
        }
        tokens.accept("nulls", "distinct");
    }

    /** {@code REFERENCES …}, for these columns. */
    ConstraintDraft.Reference reference(@Nullable Name name, List<Name> columns) {
        int at = tokens.at();
        tokens.expect("references");
        TableName table = reading.tableName();
        List<Name> referenced = tokens.isSymbol("(") ? tokens.bracketedNames() : List.of();
        match(columns);
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        while (tokens.isWord("on")) {
            tokens.take();
            if (tokens.accept("delete")) {
                onDelete = action();
            } else {
                tokens.expect("update");
                onUpdate = action();
            }
        }
        return new ConstraintDraft.Reference(name, at, columns, table, referenced, onDelete, onUpdate);
    }

    private void match(List<Name> columns) {
        int at = tokens.at();
        if (tokens.accept("match") && !tokens.accept("simple")) {
            tokens.expect("full");
            if (columns.size() > 1) {
                throw reading.unsupported(
                        at, "MATCH FULL", "other engines compare keys of several columns simply", "a CHECK beside it");
            }
        }
    }

    private ReferentialAction action() {
        int at = tokens.at();
        if (tokens.accept("no", "action")) {
            return ReferentialAction.NO_ACTION;
        } else if (tokens.accept("restrict")) {
            return ReferentialAction.RESTRICT;
        } else if (tokens.accept("cascade")) {
            return ReferentialAction.CASCADE;
        }
        tokens.expect("set");
        boolean toNull = tokens.accept("null");
        if (!toNull) {
            tokens.expect("default");
        }
        if (tokens.isSymbol("(")) {
            throw reading.unsupported(
                    at, "SET NULL of some columns", "other engines set the whole key", "SET NULL, or a trigger");
        }
        return toNull ? ReferentialAction.SET_NULL : ReferentialAction.SET_DEFAULT;
    }

    /** When the constraint is checked, which is always at once. */
    void timing() {
        boolean more = true;
        while (more) {
            int at = tokens.at();
            if (tokens.accept("initially", "deferred")) {
                throw reading.unsupported(
                        at,
                        "INITIALLY DEFERRED constraint",
                        "constraints are checked at once",
                        "the constraint without INITIALLY DEFERRED");
            } else if (tokens.accept("not", "enforced")) {
                throw reading.unsupported(at, "NOT ENFORCED constraint", "constraints are enforced", "no constraint");
            } else if (tokens.accept("deferrable")) {
                reading.note("DEFERRABLE is left out: constraints are checked at once");
            } else if (tokens.accept("not", "valid")) {
                reading.note("NOT VALID is left out: rows that are there are checked at once");
            } else {
                more = tokens.accept("not", "deferrable")
                        || tokens.accept("initially", "immediate")
                        || tokens.accept("no", "inherit")
                        || tokens.accept("enforced");
            }
        }
    }

    /** A condition of one column, perhaps with NO INHERIT. */
    Expression check() {
        Expression check = reading.bracketedExpression();
        tokens.accept("no", "inherit");
        return check;
    }
}
