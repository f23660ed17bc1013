package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.StatementTree.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what stands after SET. For one thread.
 *
 * @param translation whose text it is
 * @param expressions write the values
 * @param table the table that changes
 * @param columns its columns
 * @param joined whether other tables stand beside it
 */
record AssignmentWriter(
        Translation translation, ExpressionWriter expressions, TableName table, Columns columns, boolean joined) {

    String text(List<Assignment> assignments) {
        return translation.forms().assignments(values(assignments));
    }

    /** The values, by what they are set. */
    Map<String, String> values(List<Assignment> assignments) {
        Map<String, String> values = new LinkedHashMap<>();
        assignments.forEach(assignment -> values.put(target(assignment.columns()), value(assignment)));
        return values;
    }

    private String target(List<Name> names) {
        return names.size() == 1
                ? translation.syntax().name(names.get(0))
                : names.stream().map(translation.syntax()::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private String value(Assignment assignment) {
        if (assignment.columns().size() > 1) {
            translation.require(Clause.ROW_ASSIGNMENT, assignment.at());
            return expressions.write(assignment.value()).sql();
        }
        Node value = assignment.value();
        if (ProposedRows.isDefault(value) && isWord(assignment)) {
            translation.require(Clause.DEFAULT_VALUE, value.at());
            return "DEFAULT";
        }
        ValueType type = type(assignment);
        Term array = expressions.array(value, type);
        if (array != null) {
            return array.sql();
        }
        Term term = expressions.write(ProposedRows.isDefault(value) ? defaultOf(assignment) : value);
        return translation.assigned(value.at(), term, type).sql();
    }

    /** MySQL takes NULL for the default of a text where several tables are joined. */
    private boolean isWord(Assignment assignment) {
        boolean safe = translation.passesUnknown() || (translation.has(Clause.DEFAULT_VALUE) && !joined);
        return safe || column(assignment).isEmpty();
    }

    private Node defaultOf(Assignment assignment) {
        return new OmittedValue(translation, table, assignment.value().at())
                .of(column(assignment).orElseThrow());
    }

    private Optional<Column> column(Assignment assignment) {
        return translation
                .schema()
                .table(table)
                .flatMap(known -> known.column(assignment.columns().get(0)));
    }

    private ValueType type(Assignment assignment) {
        return new KnownColumns(translation).type(columns, assignment.columns().get(0), assignment.at());
    }
}
