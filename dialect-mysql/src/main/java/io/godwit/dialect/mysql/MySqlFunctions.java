package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.FunctionForms;
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

/** How MySQL and MariaDB write functions, operators, casts and clauses of universal SQL. */
final class MySqlFunctions extends StandardForms {

    /** More rows than a table can have: an OFFSET needs a LIMIT, https://dev.mysql.com/doc/refman/8.4/en/select.html. */
    private static final String NO_LIMIT = "18446744073709551615";

    private static final Set<Clause> CLAUSES = Collections.unmodifiableSet(EnumSet.of(
            Clause.RIGHT_JOIN,
            Clause.UPDATE_FROM,
            Clause.RECURSIVE_CTE,
            Clause.WINDOWS,
            Clause.ORDERED_AGGREGATE,
            Clause.ROW_COMPARISON,
            Clause.DEFAULT_VALUE,
            Clause.NESTED_WITH,
            Clause.JOIN_USING,
            Clause.NAMED_WINDOWS,
            Clause.TARGET_ALIAS));

    private final Map<String, Form> forms = new HashMap<>();
    private final MySqlSyntax syntax;
    private final CastForms casts;
    private final MySqlFunctions inDefinitions;

    MySqlFunctions(MySqlSyntax syntax) {
        this(syntax, false);
    }

    private MySqlFunctions(MySqlSyntax syntax, boolean definitions) {
        super(syntax);
        this.syntax = syntax;
        casts = new CastForms(syntax);
        ComparisonForms.addTo(forms);
        PatternForms.addTo(forms, syntax);
        ExpressionForms.addTo(forms, syntax);
        NumberForms.addTo(forms);
        TextForms.addTo(forms, syntax);
        TextPartForms.addTo(forms, syntax);
        BitForms.addTo(forms);
        TimeForms.addTo(forms);
        JsonForms.addTo(forms, syntax);
        AggregateForms.addTo(forms, syntax);
        if (definitions) {
            TextForms.addToDefinitions(forms);
            inDefinitions = this;
        } else {
            inDefinitions = new MySqlFunctions(syntax, true);
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
        requireNoUuid(call);
        Form form = forms.get(call.name());
        return form == null ? super.call(call) : form.of(call);
    }

    /** MySQL converts UUID() to another character set once, not for each row: https://bugs.mysql.com/bug.php?id=101820. */
    private void requireNoUuid(Call call) {
        boolean part = call.result().is(Kind.TEXT)
                && call.operands().stream().anyMatch(operand -> operand.sql().contains("UUID()"));
        if (part && !syntax.isMariaDb()) {
            throw Refusal.of(
                    "gen_random_uuid() as a part of a text",
                    "MySQL gives every row the same",
                    "a column of type uuid that has it as its default");
        }
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

    /** The columns of a recursive table are as wide as the first rows' values, and a longer one is an error. */
    @Override
    public Term recursive(Term value) {
        return switch (value.type().kind()) {
            case TEXT, UNTYPED ->
                value.sql().equals("NULL") ? value : Term.atom("CAST(" + value.sql() + " AS CHAR(16383))");
            case INTEGER -> Term.atom("CAST(" + value.sql() + " AS SIGNED)");
            case DECIMAL ->
                value.type().scale() < 0
                        ? value
                        : Term.atom("CAST(" + value.sql() + " AS DECIMAL(65, "
                                + value.type().scale() + "))");
            default -> value;
        };
    }

    @Override
    public void checkShown(ValueType type) {
        if (type.is(Kind.INTERVAL)) {
            throw Refusal.of("an interval as a result", "the engine has no type for it", "extract(epoch from …)");
        }
        if (type.is(Kind.DECIMAL) && type.scale() < 0) {
            throw Refusal.of(
                    "a decimal of unknown digits as a result",
                    "PostgreSQL chooses them by the value",
                    "round(…, 2), or a cast of the operands to double precision");
        }
    }

    /** MySQL's CHECK takes no number for a condition, and a boolean column or CASE is one. */
    @Override
    public Term condition(Term term) {
        boolean number = !syntax.isMariaDb() && term.is(Kind.BOOLEAN) && !term.isCondition() && term.constant() == null;
        return number ? Term.of(term.inside(Binding.COMPARISON) + " <> 0", Binding.COMPARISON) : term;
    }

    /** Before 8.0.14, and in MariaDB, a derived table does not see its neighbours. */
    @Override
    public Set<Clause> clauses() {
        Set<Clause> clauses = EnumSet.copyOf(CLAUSES);
        boolean mariaDb = syntax.isMariaDb();
        if (!mariaDb) {
            clauses.add(Clause.WITH_BEFORE_UPDATE);
            // MariaDB takes no name of an aggregate in an expression of ORDER BY, and NULLs need one.
            clauses.add(Clause.OUTPUT_KEYS);
        }
        if (!mariaDb && syntax.version().atLeast(8, 0, 14)) {
            clauses.add(Clause.LATERAL);
        }
        if (mariaDb || syntax.version().atLeast(8, 0, 31)) {
            clauses.add(Clause.INTERSECT_ALL);
            clauses.add(Clause.EXCEPT_ALL);
        }
        return clauses;
    }

    /** NULLs come first here, and last in PostgreSQL. */
    @Override
    public String ordered(Term key, boolean descending, @Nullable Boolean nullsFirst) {
        ComparisonForms.requireEquality(key);
        if (key.constant() != null && key.is(Kind.INTEGER)) {
            throw Refusal.of(
                    "ORDER BY the position " + key.constant(),
                    "the engine has NULLs first, and a position takes no IS NULL",
                    "the column's name");
        }
        boolean first = nullsFirst == null ? descending : nullsFirst;
        return key.inside(Binding.COMPARISON) + " IS " + (first ? "NOT " : "") + "NULL, " + key.sql()
                + (descending ? " DESC" : "");
    }

    @Override
    public String limit(@Nullable Term limit, @Nullable Term offset) {
        requireNumber(limit);
        requireNumber(offset);
        return super.limit(limit == null ? Term.atom(NO_LIMIT) : limit, offset);
    }

    private static void requireNumber(@Nullable Term term) {
        if (term != null && term.constant() == null) {
            throw Refusal.of("LIMIT or OFFSET with an expression", "the engine takes a number there", "a number");
        }
    }

    @Override
    public String assignments(Map<String, String> values) {
        return new Assignments(values).text();
    }

    @Override
    public String defaultRow() {
        return "() VALUES ()";
    }

    /** Only a copy may be read (https://dev.mysql.com/doc/refman/8.4/en/update.html), and the limit makes it one. */
    @Override
    public String readsChanged(String table) {
        return "(SELECT * FROM " + table + " LIMIT " + NO_LIMIT + ")";
    }

    /** The form for several tables (https://dev.mysql.com/doc/refman/8.4/en/update.html), which changes each row once. */
    @Override
    public String updateFrom(String target, String label, String others, Map<String, String> values) {
        return "UPDATE " + target + ", " + others + " SET " + new Assignments(values).of(label);
    }

    @Override
    public String deleteUsing(String table, String alias, String others, String where) {
        String name = alias.isEmpty() ? table : alias.substring(" AS ".length());
        return ("DELETE " + name + " FROM " + table + alias + ", " + others + " " + where).strip();
    }

    /** There is no alias, and nothing but ON CONFLICT that could need one. */
    @Override
    public String insertInto(String table, String alias) {
        return super.insertInto(table, "");
    }

    /** Before 11.6 MariaDB takes an alias in the form for several tables only; both take it there. */
    @Override
    public String deleteFrom(String table, String alias) {
        return alias.isEmpty()
                ? super.deleteFrom(table, alias)
                : "DELETE " + alias.substring(" AS ".length()) + " FROM " + table + alias;
    }
}
