package io.godwit.universal;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.universal.Node.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes expressions as the engine's SQL; what it does not know it refuses. For one thread. */
final class ExpressionWriter {

    private static final Pattern POSITION = Pattern.compile("\\(*-?[0-9]+\\)*");

    private final Translation translation;
    private final Scope scope;
    private final CallWriter calls;

    ExpressionWriter(Translation translation, Scope scope) {
        this.translation = translation;
        this.scope = scope;
        this.calls = new CallWriter(translation, this);
    }

    Term write(Node node) {
        if (node instanceof Constant constant) {
            return new ConstantWriter(translation).write(constant);
        }
        if (node instanceof Node.ColumnReference column) {
            return new ColumnWriter(translation, scope).write(column);
        }
        if (node instanceof Node.Operation operation) {
            return new OperationWriter(translation, this).write(operation);
        }
        if (node instanceof Node.FunctionCall call) {
            return calls.write(call);
        }
        if (node instanceof Node.Brackets brackets) {
            Term inner = write(brackets.inner());
            Binding binding = inner.isCondition() ? Binding.CONDITION : Binding.ATOM;
            return new Term("(" + inner.sql() + ")", binding, inner.type(), inner.constant());
        }
        if (node instanceof Node.Choice choice) {
            return new ChoiceWriter(translation, this).write(choice);
        }
        if (node instanceof Node.Conversion conversion) {
            List<Node> elements = translation.passesUnknown() ? null : ArrayElements.of(conversion);
            return elements != null
                    ? array(conversion.at(), elements)
                    : translation.cast(conversion.at(), write(conversion.operand()), target(conversion.type()));
        }
        if (node instanceof Node.TypedConstant constant) {
            return typed(constant);
        }
        return writeRare(node);
    }

    private Term writeRare(Node node) {
        if (node instanceof Node.Subquery subquery) {
            return subquery(subquery.query());
        }
        if (node instanceof Node.Exists exists) {
            return Term.of("EXISTS (" + query(exists.query()).sql() + ")", Binding.CONDITION)
                    .as(ValueType.BOOLEAN);
        }
        if (node instanceof Node.InQuery in) {
            return in(in);
        }
        if (node instanceof Node.Quantified quantified) {
            return quantified(quantified);
        }
        if (node instanceof Node.Row row) {
            translation.require(Clause.ROW_COMPARISON, row.at());
            return Term.atom("(" + texts(row.fields()) + ")").as(ValueType.of(Kind.OTHER));
        }
        if (node instanceof Node.ArrayOf array) {
            return array(array.at(), array.elements());
        }
        if (node instanceof Node.Element element) {
            return calls.plain(
                    element.at(),
                    "element",
                    List.of(write(element.array()), write(element.index())),
                    ValueType.UNKNOWN);
        }
        if (node instanceof Node.Collation collation) {
            return collation(collation);
        }
        if (node instanceof Node.Written written) {
            return Term.atom("(" + written.sql() + ")").as(written.type());
        }
        if (node instanceof Node.Assigned assigned) {
            return new AssignedWriter(translation, this).write(assigned);
        }
        throw translation.source().invalid(node.at(), "* has no place in this expression");
    }

    private Term array(int at, List<Node> elements) {
        return calls.plain(at, "array", write(elements), ValueType.of(Kind.ARRAY));
    }

    List<Term> write(List<Node> nodes) {
        List<Term> terms = new ArrayList<>();
        nodes.forEach(node -> terms.add(write(node)));
        return terms;
    }

    /** Where the engine wants a condition. */
    Term condition(Node node) {
        Term term = write(node);
        return translation.placed(node.at(), () -> translation.forms().condition(term));
    }

    /** Where the engine wants a value. */
    Term value(Node node) {
        return translation.value(node.at(), write(node));
    }

    /** Where a column of that type takes it; a moment without a time zone is UTC's. */
    Term assigned(Node node, ValueType type) {
        Term array = array(node, type);
        if (array != null) {
            return array;
        }
        Term term = write(node);
        if (translation.passesUnknown()) {
            return translation.value(node.at(), term);
        }
        boolean losesZone = term.is(ValueType.Kind.TIMESTAMPTZ)
                && (type.is(ValueType.Kind.TIMESTAMP) || type.is(ValueType.Kind.DATE) || type.is(ValueType.Kind.TIME));
        Node utc = new Node.Constant(node.at(), Node.Constant.Kind.TEXT, "UTC");
        Node local = new Node.Operation(node.at(), "at time zone", List.of(new Node.Brackets(node.at(), node), utc));
        return translation.assigned(node.at(), losesZone ? write(local) : term, type);
    }

    /** An array that is written out, for a column of arrays where these are JSON; null for anything else. */
    @Nullable
    Term array(Node node, ValueType type) {
        Literal json = type.is(Kind.ARRAY) && !translation.passesUnknown() ? ArrayValue.of(node, type) : null;
        return json == null
                ? null
                : Term.atom(translation.syntax().literal(json, SimpleType.JSON)).as(type.held());
    }

    List<Term> values(List<Node> nodes) {
        List<Term> terms = new ArrayList<>();
        nodes.forEach(node -> terms.add(value(node)));
        return terms;
    }

    String texts(List<Node> nodes) {
        return values(nodes).stream().map(Term::sql).collect(Collectors.joining(", "));
    }

    /** {@code ORDER BY …}, or nothing. */
    String order(List<Node.Sorting> sortings) {
        String keys = sortings.stream()
                .map(this::sorting)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : "ORDER BY " + keys;
    }

    private String sorting(Node.Sorting sorting) {
        Term key = new EnumerationOrder(translation).ordered(sorting.key().at(), write(sorting.key()));
        return isConstant(sorting.key(), key)
                ? ""
                : translation.placed(
                        sorting.key().at(),
                        () -> translation.forms().ordered(key, sorting.descending(), sorting.nullsFirst()));
    }

    /** A calculated literal, which orders and groups nothing; written by itself it would be a column's position. */
    boolean isConstant(Node node, Term term) {
        boolean position = node instanceof Constant constant && constant.kind() == Constant.Kind.NUMBER;
        return !position
                && !translation.passesUnknown()
                && POSITION.matcher(term.sql()).matches();
    }

    private Term typed(Node.TypedConstant constant) {
        Term text = new ConstantWriter(translation)
                .write(new Constant(constant.at(), Constant.Kind.TEXT, constant.value()));
        return translation.cast(constant.at(), text, target(constant.type()));
    }

    private static CastTarget target(TypeText type) {
        return new CastTarget(type.written(), type.values(), type.portable());
    }

    private QueryWriter.Written query(QueryTree query) {
        return new QueryWriter(translation, scope).nested().write(query, false);
    }

    private Term in(Node.InQuery in) {
        Term left = value(in.operand());
        QueryWriter.Written query = query(in.query());
        List<Columns.Typed> columns = query.columns().list();
        if (columns.size() == 1 && !translation.passesUnknown()) {
            comparable(in, left, columns.get(0).type());
        }
        String words = in.negated() ? " NOT IN (" : " IN (";
        return Term.of(left.inside(Binding.COMPARISON) + words + query.sql() + ")", Binding.COMPARISON)
                .as(ValueType.BOOLEAN);
    }

    /** IN compares as = does, but leaves no room for another form of it. */
    private void comparable(Node.InQuery in, Term left, ValueType right) {
        boolean alike = left.is(right.kind()) || (left.type().isNumber() && right.isNumber());
        if (!alike && !left.is(Kind.UNKNOWN) && !right.is(Kind.UNKNOWN)) {
            throw translation.unsupported(
                    in.at(), "IN of unlike types", "the engine converts by rules of its own", "a CAST on one side");
        }
        translation.call(in.at(), Call.of("=", List.of(left, Term.atom("x").as(right)), ValueType.BOOLEAN));
    }

    private Term subquery(QueryTree query) {
        QueryWriter.Written written = query(query);
        List<Columns.Typed> columns = written.columns().list();
        ValueType type = columns.size() == 1 ? columns.get(0).type() : ValueType.UNKNOWN;
        return Term.atom("(" + written.sql() + ")").as(type);
    }

    private Term quantified(Node.Quantified node) {
        Node plain = translation.passesUnknown() ? null : Quantification.plain(node);
        if (plain != null) {
            return write(plain);
        }
        translation.require(Clause.QUANTIFIED_COMPARISON, node.at());
        Term left = write(node.operand());
        Term right = write(node.right());
        String inner = node.right() instanceof Node.Subquery ? right.sql() : "(" + right.sql() + ")";
        return Term.of(
                        left.inside(Binding.COMPARISON) + " " + node.operator() + " "
                                + node.quantifier().toUpperCase(Locale.ROOT) + " " + inner,
                        Binding.COMPARISON)
                .as(ValueType.BOOLEAN);
    }

    private Term collation(Node.Collation node) {
        String name = node.collation().stream().map(Name::text).collect(Collectors.joining("."));
        Term operand = write(node.operand());
        Term constant = new Term(
                node.collation().stream().map(translation.syntax()::name).collect(Collectors.joining(".")),
                Binding.ATOM,
                ValueType.TEXT,
                name);
        return calls.plain(node.at(), "collate", List.of(operand, constant), operand.type());
    }

    Scope scope() {
        return scope;
    }
}
