package io.godwit.universal;

import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the definition of one column. For one column of one statement. */
final class ColumnParser {

    private final Reading reading;
    private final TokenReader tokens;
    private final ConstraintParser constraints;
    private final TableName table;
    private final List<ConstraintDraft> found = new ArrayList<>();
    private Column column;

    ColumnParser(Reading reading, TableName table) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.constraints = new ConstraintParser(reading);
        this.table = table;
        Name name = tokens.name();
        DeclaredType declared = new ColumnTypeParser(reading).type();
        this.column = Column.of(name.text(), declared.type());
        begin(declared);
    }

    private void begin(DeclaredType declared) {
        DefinedType defined = declared.defined();
        TableName type = declared.name();
        if (declared.serial()) {
            column = column.withIdentity(true).notNull();
        }
        if (defined != null && type != null) {
            column = column.withNullable(!defined.notNull()).withDefaultValue(defined.defaultValue());
            defined.checksOf(column.name()).forEach(check -> found.add(new ConstraintDraft.Condition(null, check)));
            reading.definitions().used(type, new ColumnPlace(table, column.name()));
        }
    }

    ColumnDraft column() {
        boolean more = true;
        while (more) {
            Name name = constraints.name();
            more = part(name);
            if (!more && name != null) {
                throw tokens.unexpected("a constraint is missing");
            }
            constraints.timing();
        }
        if (reading.definitions().serials().isNumbered(new ColumnPlace(table, column.name()))) {
            column = column.withIdentity(true).notNull();
        }
        return new ColumnDraft(column, found);
    }

    private boolean part(@Nullable Name name) {
        if (tokens.accept("not", "null")) {
            tokens.accept("no", "inherit");
            column = column.notNull();
        } else if (tokens.isWord("null")) {
            tokens.take();
        } else if (tokens.accept("default")) {
            column = withDefault();
        } else if (tokens.accept("primary", "key")) {
            constraints.storage();
            found.add(new ConstraintDraft.Key(name, List.of(column.name())));
        } else if (tokens.accept("unique")) {
            constraints.nullsDistinct();
            constraints.storage();
            found.add(new ConstraintDraft.Unique(name, List.of(column.name())));
        } else if (tokens.accept("check")) {
            found.add(new ConstraintDraft.Condition(name, constraints.check()));
        } else if (tokens.isWord("references")) {
            found.add(constraints.reference(name, List.of(column.name())));
        } else {
            return generated() || described();
        }
        return true;
    }

    private Column withDefault() {
        DefaultParser parser = new DefaultParser(reading);
        Value value = parser.value(column.type());
        TableName sequence = parser.sequence();
        if (sequence == null) {
            return column.withDefaultValue(value);
        }
        reading.definitions().serials().number(sequence, new ColumnPlace(table, column.name()));
        return column.withIdentity(true).notNull();
    }

    private boolean generated() {
        boolean always = tokens.accept("generated", "always", "as");
        if (!always && !tokens.accept("generated", "by", "default", "as")) {
            return false;
        }
        if (tokens.accept("identity")) {
            if (always) {
                reading.note("GENERATED ALWAYS AS IDENTITY becomes BY DEFAULT: a row may bring its own number");
            }
            new SequenceOptions(reading).ofIdentity();
            column = column.withIdentity(true).notNull();
            return true;
        }
        Expression expression = reading.bracketedExpression();
        boolean stored = tokens.accept("stored");
        if (!stored) {
            tokens.accept("virtual");
        }
        column = column.withGenerated(new Generated(expression, stored));
        return true;
    }

    /** What changes no answer, and collations, which do. */
    private boolean described() {
        int at = tokens.at();
        if (tokens.accept("collate")) {
            List<Name> collation = tokens.dottedNames();
            String name = collation.get(collation.size() - 1).text();
            if (!name.equals("C") && !name.equals("POSIX") && !name.equals("default")) {
                throw reading.unsupported(
                        at, "COLLATE " + name, "other engines do not have this collation", "COLLATE \"C\", or none");
            }
        } else if (tokens.isWord("storage") || tokens.isWord("compression")) {
            tokens.take();
            tokens.label();
            reading.note("STORAGE and COMPRESSION are left out");
        } else {
            return false;
        }
        return true;
    }
}
