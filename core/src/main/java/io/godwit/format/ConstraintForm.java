package io.godwit.format;

import io.godwit.schema.Check;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.List;

/** Constraints: as members of a table, and as what an operation adds (where {@code table} stands beside the same keys). */
final class ConstraintForm {

    private ConstraintForm() {}

    /** A list of names or, to give it a name, {@code {columns, name}}. */
    static Part<PrimaryKey> tablePrimaryKey(Input input) {
        if (input.node() instanceof JsonObject) {
            return input.object(in -> {
                Part<PrimaryKey> key = primaryKey(in);
                return in.complete() ? key : Part.nothing();
            });
        }
        if (!(input.node() instanceof JsonArray)) {
            return input.expected("a list of names, such as [\"id\"]");
        }
        Part<List<Name>> columns = NameForm.names(input);
        return columns.orNull() == null ? Part.nothing() : Part.of(PrimaryKey.of(columns.get()));
    }

    static Part<PrimaryKey> primaryKey(ObjectReader in) {
        Part<List<Name>> columns = in.required("columns", NameForm.NAMES);
        Part<Name> name = in.optional("name", NameForm.NAME);
        return columns.orNull() == null ? Part.nothing() : Part.of(new PrimaryKey(name.orNull(), columns.get()));
    }

    static Part<UniqueKey> unique(Input input) {
        return input.object(in -> {
            Part<UniqueKey> key = unique(in);
            return in.complete() ? key : Part.nothing();
        });
    }

    static Part<UniqueKey> unique(ObjectReader in) {
        Part<List<Name>> columns = in.required("columns", NameForm.NAMES);
        Part<Name> name = in.optional("name", NameForm.NAME);
        return columns.orNull() == null ? Part.nothing() : Part.of(new UniqueKey(name.orNull(), columns.get()));
    }

    static Part<Check> check(Input input) {
        return input.object(in -> {
            Part<Check> check = check(in);
            return in.complete() ? check : Part.nothing();
        });
    }

    static Part<Check> check(ObjectReader in) {
        Part<Expression> expression = in.required("expression", SqlTextForm.EXPRESSION);
        Part<Name> name = in.optional("name", NameForm.NAME);
        return expression.orNull() == null ? Part.nothing() : Part.of(new Check(name.orNull(), expression.get()));
    }

    static Part<ForeignKey> foreignKey(Input input) {
        return input.object(in -> {
            Part<ForeignKey> key = foreignKey(in);
            return in.complete() ? key : Part.nothing();
        });
    }

    static Part<ForeignKey> foreignKey(ObjectReader in) {
        Part<List<Name>> columns = in.required("columns", NameForm.NAMES);
        Part<Target> target = in.requiredObject("references", ConstraintForm::target);
        Part<ReferentialAction> onDelete = ColumnForm.action(in, "onDelete");
        Part<ReferentialAction> onUpdate = ColumnForm.action(in, "onUpdate");
        Part<Name> name = in.optional("name", NameForm.NAME);
        if (columns.orNull() == null || target.orNull() == null) {
            return Part.nothing();
        }
        int here = columns.get().size();
        int there = target.get().columns().size();
        if (here != there) {
            return in.input().fault("the foreign key has " + here + " columns here and refers to " + there + " there");
        }
        return Part.of(new ForeignKey(
                name.orNull(),
                columns.get(),
                target.get().table(),
                target.get().columns(),
                onDelete.get(),
                onUpdate.get()));
    }

    private static Part<Target> target(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<List<Name>> columns = in.required("columns", NameForm.NAMES);
        return in.complete() ? Part.of(new Target(table.get(), columns.get())) : Part.nothing();
    }

    /** What a foreign key refers to. */
    private record Target(TableName table, List<Name> columns) {}

    static JsonNode writeInTable(PrimaryKey key, Audience audience) {
        return key.name() == null
                ? JsonArray.of(key.columns().stream().map(NameForm::write).toList())
                : write(key, new ObjectWriter(audience)).done();
    }

    static ObjectWriter write(PrimaryKey key, ObjectWriter out) {
        return out.texts("columns", key.columns()).text("name", key.name());
    }

    static ObjectWriter write(UniqueKey key, ObjectWriter out) {
        return out.texts("columns", key.columns()).text("name", key.name());
    }

    static ObjectWriter write(Check check, ObjectWriter out) {
        return out.node("expression", SqlTextForm.write(check.expression(), out.audience()))
                .text("name", check.name());
    }

    static ObjectWriter write(ForeignKey key, ObjectWriter out) {
        JsonNode target = new ObjectWriter(out.audience())
                .text("table", key.table())
                .texts("columns", key.referenced())
                .done();
        return out.texts("columns", key.columns())
                .node("references", target)
                .choice("onDelete", key.onDelete(), ReferentialAction.NO_ACTION)
                .choice("onUpdate", key.onUpdate(), ReferentialAction.NO_ACTION)
                .text("name", key.name());
    }
}
