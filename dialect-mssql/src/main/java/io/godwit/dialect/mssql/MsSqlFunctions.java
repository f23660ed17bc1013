package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardForms;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How SQL Server writes functions, operators, casts and clauses of universal SQL. */
final class MsSqlFunctions extends StandardForms {

    private static final Set<Clause> CLAUSES = Collections.unmodifiableSet(EnumSet.of(
            Clause.RIGHT_JOIN,
            Clause.FULL_JOIN,
            Clause.GROUPING_SETS,
            Clause.WITH_BEFORE_INSERT,
            Clause.WITH_BEFORE_UPDATE,
            Clause.WINDOWS,
            Clause.ORDERED_AGGREGATE,
            Clause.UPDATE_FROM,
            Clause.DEFAULT_VALUE,
            Clause.VALUES_LIST,
            Clause.COLUMN_ALIASES));

    /** What takes conditions, and gives one. */
    private static final Set<String> LOGIC =
            Set.of("and", "or", "not", "is true", "is false", "is not true", "is not false");

    private final Map<String, Form> forms = new HashMap<>();
    private final CastForms casts;

    MsSqlFunctions(SqlSyntax syntax, MsSqlVersion version) {
        super(syntax);
        casts = new CastForms(syntax);
        LogicForms.addTo(forms);
        ComparisonForms.addTo(forms, version);
        PatternForms.addTo(forms, syntax);
        NumberForms.addTo(forms);
        TextForms.addTo(forms);
        TextPartForms.addTo(forms, version);
        BitForms.addTo(forms);
        TimeForms.addTo(forms);
        JsonForms.addTo(forms, syntax);
        AggregateForms.addTo(forms);
    }

    /** One function or operator. */
    interface Form {
        Term of(Call call);
    }

    @Override
    public Term call(Call call) {
        Form form = forms.get(call.name());
        if (form == null && call.name().equals("negative")) {
            return super.call(call);
        }
        if (form == null) {
            throw Refusal.of(
                    call.name(),
                    "it has no form that gives PostgreSQL's answer",
                    "a statement under the key \"sqlserver\"");
        }
        return form.of(LOGIC.contains(call.name()) ? call : withValues(call));
    }

    private static Call withValues(Call call) {
        return new Call(
                call.name(),
                call.operands().stream().map(LogicForms::value).toList(),
                call.result(),
                call.distinct(),
                call.order(),
                call.suffix());
    }

    @Override
    public Term cast(Term operand, CastTarget target) {
        return casts.cast(LogicForms.value(operand), target);
    }

    @Override
    public Term literal(String characters, ValueType type) {
        return casts.literal(characters, type);
    }

    @Override
    public Term assigned(Term value, ValueType type) {
        return casts.assigned(LogicForms.value(value), type);
    }

    @Override
    public Term condition(Term term) {
        return LogicForms.condition(term);
    }

    @Override
    public Term value(Term term) {
        return LogicForms.value(term);
    }

    @Override
    public void checkShown(ValueType type) {
        if (type.is(Kind.INTERVAL)) {
            throw Refusal.of("an interval as a result", "SQL Server has no type for it", "extract(epoch from …)");
        }
        if (type.is(Kind.DECIMAL) && type.scale() < 0) {
            throw Refusal.of(
                    "a decimal of unknown digits as a result",
                    "PostgreSQL gives other digits than SQL Server",
                    "round(…, 2), or a cast of the operands to double precision");
        }
    }

    @Override
    public Set<Clause> clauses() {
        return CLAUSES;
    }

    /** NULL is less than everything on SQL Server and more than everything on PostgreSQL; there is no NULLS FIRST. */
    @Override
    public String ordered(Term given, boolean descending, @Nullable Boolean nullsFirst) {
        Term key = LogicForms.value(given);
        ComparisonForms.requireOrder(key);
        if (key.constant() != null) {
            throw Refusal.of("ORDER BY a position", "the columns here are not known by position", "the column's name");
        }
        boolean first = nullsFirst == null ? descending : nullsFirst;
        String plain = key.sql() + (descending ? " DESC" : "");
        return first != descending
                ? plain
                : "CASE WHEN " + key.inside(Binding.COMPARISON) + " IS NULL THEN " + (first ? "0 ELSE 1" : "1 ELSE 0")
                        + " END, " + plain;
    }

    /** FETCH needs ORDER BY, and ORDER BY inside another query needs OFFSET. */
    @Override
    public String limit(@Nullable Term limit, @Nullable Term offset, boolean ordered) {
        if (limit == null && offset == null) {
            return ordered ? "OFFSET 0 ROWS" : "";
        }
        String order = ordered ? "" : "ORDER BY (SELECT NULL) ";
        if (limit == null) {
            return order + "OFFSET " + offset.sql() + " ROWS";
        }
        String rows = limit.constant();
        if (rows == null) {
            throw Refusal.of("LIMIT that is no literal", "FETCH takes no zero and no NULL", "a number");
        }
        // FETCH NEXT 0 ROWS is an error: what lies behind the last row is nothing too.
        return rows.equals("0")
                ? order + "OFFSET 9223372036854775807 ROWS"
                : order + "OFFSET " + (offset == null ? "0" : offset.sql()) + " ROWS FETCH NEXT " + rows + " ROWS ONLY";
    }

    @Override
    public String insertNumbers(String table, String insert) {
        return NumberPermission.around(table, insert);
    }

    @Override
    public String deleteFrom(String table, String alias) {
        return "DELETE "
                + (alias.isEmpty() ? "FROM " + table : alias.replaceFirst("^ AS ", "") + " FROM " + table + alias);
    }
}
