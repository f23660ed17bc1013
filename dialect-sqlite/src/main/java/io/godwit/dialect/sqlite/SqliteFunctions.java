package io.godwit.dialect.sqlite;

import io.godwit.dialect.Call;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardForms;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite writes functions, operators, casts and clauses of universal SQL, from version 3.37 on and without its optional
 * mathematical functions. See docs/decisions/universal-sql-on-sqlite.md.
 */
final class SqliteFunctions extends StandardForms {

    /** Of every version. */
    private static final Set<Clause> CLAUSES = Collections.unmodifiableSet(EnumSet.of(
            Clause.MATERIALIZED_CTE,
            Clause.WITH_BEFORE_INSERT,
            Clause.WITH_BEFORE_UPDATE,
            Clause.RECURSIVE_CTE,
            Clause.WINDOWS,
            Clause.FILTER,
            Clause.ON_CONFLICT,
            Clause.UPDATE_FROM,
            Clause.RETURNING,
            Clause.ROW_COMPARISON,
            Clause.ROW_ASSIGNMENT,
            Clause.VALUES_LIST,
            Clause.NESTED_WITH,
            Clause.JOIN_USING,
            Clause.NAMED_WINDOWS,
            Clause.WIDE_FRAMES,
            Clause.OUTPUT_KEYS,
            Clause.OUTPUT_KEYS_FIRST,
            Clause.TARGET_ALIAS));

    private final Map<String, Form> forms = new HashMap<>();
    private final CastForms casts;
    private final Set<Clause> clauses;
    private final SqliteFunctions inDefinitions;

    SqliteFunctions(SqlSyntax syntax, SqliteVersion version) {
        this(syntax, version, false);
    }

    private SqliteFunctions(SqlSyntax syntax, SqliteVersion version, boolean definitions) {
        super(syntax);
        clauses = clauses(version);
        casts = new CastForms(this);
        ComparisonForms.addTo(forms, this);
        PatternForms.addTo(forms, this);
        NumberForms.addTo(forms);
        TextForms.addTo(forms);
        TextPartForms.addTo(forms, this);
        ExpressionForms.addTo(forms, this);
        TimeForms.addTo(forms);
        MomentForms.addTo(forms);
        JsonForms.addTo(forms, this);
        JsonChangeForms.addTo(forms, this);
        AggregateForms.addTo(forms);
        if (definitions) {
            CaseForms.addToDefinitions(forms);
            DigestForms.addToDefinitions(forms);
            inDefinitions = this;
        } else {
            CaseForms.addTo(forms);
            DigestForms.addTo(forms);
            inDefinitions = new SqliteFunctions(syntax, version, true);
        }
    }

    @Override
    public FunctionForms inDefinitions() {
        return inDefinitions;
    }

    /** One function or operator. */
    interface Form {
        Term of(Call call);
    }

    @Override
    public Term call(Call call) {
        Form form = forms.get(call.name());
        return form == null ? super.call(call) : form.of(call);
    }

    @Override
    public Term cast(Term operand, CastTarget target) {
        return casts.cast(operand, target);
    }

    @Override
    public Term literal(String characters, ValueType type) {
        return casts.literal(characters, type);
    }

    @Override
    public Term assigned(Term value, ValueType type) {
        return casts.assigned(value, type);
    }

    @Override
    public Term rounded(Term time, ValueType type) {
        return RoundedTime.of(time, type);
    }

    /** A literal of so many digits is a double to SQLite, unless a column of its type takes it as text. */
    @Override
    public Term value(Term term) {
        NumberForms.requireDigits(term);
        return term;
    }

    @Override
    public void checkShown(ValueType type) {
        if (type.is(Kind.INTERVAL)) {
            throw Refusal.of("an interval as a result", "SQLite has no type for it", "extract(epoch from …)");
        }
        if (type.is(Kind.DECIMAL) && type.scale() < 0) {
            throw Refusal.of(
                    "a decimal of unknown digits as a result",
                    "PostgreSQL gives more digits than SQLite has",
                    "round(…, 2), or a cast of the operands to double precision");
        }
    }

    @Override
    public Set<Clause> clauses() {
        return clauses;
    }

    private static Set<Clause> clauses(SqliteVersion version) {
        Set<Clause> clauses = EnumSet.copyOf(CLAUSES);
        if (version.hasRightJoin()) {
            clauses.add(Clause.RIGHT_JOIN);
            clauses.add(Clause.FULL_JOIN);
        }
        if (version.hasOrderedAggregates()) {
            clauses.add(Clause.ORDERED_AGGREGATE);
        }
        return Collections.unmodifiableSet(clauses);
    }

    @Override
    public String ordered(Term key, boolean descending, @Nullable Boolean nullsFirst) {
        ComparisonForms.requireOrder(key);
        return super.ordered(key, descending, nullsFirst == null ? Boolean.valueOf(descending) : nullsFirst);
    }

    @Override
    public String limit(@Nullable Term limit, @Nullable Term offset) {
        return super.limit(limit == null ? Term.atom("-1") : limit, offset);
    }

    /** A subquery of two rows is its first here, but the least integer has no absolute value (lang_corefunc.html#abs). */
    @Override
    public String once(String count) {
        return "abs(-9223372036854775807 - (" + count + " > 1)) > 0";
    }

    /** A text literal. */
    String text(String characters) {
        return syntax().text(characters);
    }

    /** A literal as a value of a type. */
    String literal(Literal literal, ColumnType type) {
        return syntax().literal(literal, type);
    }
}
