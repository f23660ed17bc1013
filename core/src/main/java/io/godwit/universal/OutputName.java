package io.godwit.universal;

import io.godwit.schema.Name;
import java.util.List;

/** The names that PostgreSQL gives to what is selected without an alias (its FigureColname). */
final class OutputName {

    private static final Name UNKNOWN = Name.of("?column?");

    private OutputName() {}

    static Name of(QueryTree.Item item) {
        Name alias = item.alias();
        return alias != null ? alias : of(item.value());
    }

    private static Name of(Node node) {
        if (node instanceof Node.ColumnReference column) {
            return column.name();
        }
        if (node instanceof Node.FunctionCall call) {
            return Name.of(call.name());
        }
        if (node instanceof Node.Brackets brackets) {
            return of(brackets.inner());
        }
        if (node instanceof Node.Conversion conversion) {
            Name inner = of(conversion.operand());
            return inner.equals(UNKNOWN) ? Name.of(typeName(conversion.type().written())) : inner;
        }
        if (node instanceof Node.TypedConstant constant) {
            return Name.of(typeName(constant.type().written()));
        }
        return ofRare(node);
    }

    private static Name ofRare(Node node) {
        if (node instanceof Node.Choice choice) {
            Node otherwise = choice.otherwise();
            Name last = otherwise == null ? UNKNOWN : of(otherwise);
            return last.equals(UNKNOWN) || !(otherwise instanceof Node.ColumnReference) ? Name.of("case") : last;
        }
        if (node instanceof Node.Exists) {
            return Name.of("exists");
        }
        if (node instanceof Node.ArrayOf) {
            return Name.of("array");
        }
        if (node instanceof Node.Row) {
            return Name.of("row");
        }
        if (node instanceof Node.Constant constant && constant.kind() == Node.Constant.Kind.BOOLEAN) {
            return Name.of("bool");
        }
        if (node instanceof Node.Collation collation) {
            return of(collation.operand());
        }
        if (node instanceof Node.Subquery subquery && subquery.query().body() instanceof QueryTree.Select select) {
            List<QueryTree.Item> items = select.items();
            return items.size() == 1 ? of(items.get(0)) : UNKNOWN;
        }
        return UNKNOWN;
    }

    /** The name by which PostgreSQL's catalog knows a type. */
    private static String typeName(String written) {
        int bracket = written.indexOf('(');
        String bare = bracket < 0 ? written : written.substring(0, bracket);
        return switch (bare) {
            case "int", "integer" -> "int4";
            case "bigint" -> "int8";
            case "smallint" -> "int2";
            case "boolean" -> "bool";
            case "double precision" -> "float8";
            case "real" -> "float4";
            case "decimal" -> "numeric";
            case "character varying" -> "varchar";
            default ->
                written.endsWith("with time zone") && !written.endsWith("without time zone") ? bare + "tz" : bare;
        };
    }
}
