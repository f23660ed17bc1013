package io.godwit.format;

import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An index: the keys of {@code createIndex} that say what it is. */
final class IndexForm {

    private enum Order {
        ASC,
        DESC
    }

    private enum Nulls {
        FIRST,
        LAST
    }

    private IndexForm() {}

    static Part<Index> read(ObjectReader in) {
        Part<List<IndexColumn>> columns = in.required("columns", IndexForm::columns);
        Part<Name> name = in.optional("name", NameForm.NAME);
        Part<Boolean> unique = in.flag("unique", false);
        Part<Expression> where = in.optional("where", SqlTextForm.EXPRESSION);
        Part<List<Name>> include = in.optional("include", NameForm::anyNames);
        Part<IndexMethod> method = in.choice("method", IndexMethod.values());
        if (columns.orNull() == null) {
            return Part.nothing();
        }
        return Part.of(new Index(
                name.orNull(),
                columns.get(),
                unique.get(),
                where.orNull(),
                include.or(List.of()),
                method.or(IndexMethod.BTREE)));
    }

    private static Part<List<IndexColumn>> columns(Input input) {
        Map<String, String> seen = new HashMap<>();
        if (input.node() instanceof JsonArray array) {
            for (JsonNode item : array.items()) {
                JsonNode name = item instanceof JsonObject object ? object.get("name") : item;
                if (name instanceof JsonString string && !string.value().isBlank()) {
                    NameForm.reportSecond(input.reading(), name.place(), string.value(), seen);
                }
            }
        }
        return input.items(IndexForm::column);
    }

    private static Part<IndexColumn> column(Input input) {
        if (input.node() instanceof JsonString) {
            Part<Name> name = NameForm.name(input);
            return name.orNull() == null ? Part.nothing() : Part.of(new IndexColumn(name.get(), null, false, null));
        }
        if (!(input.node() instanceof JsonObject)) {
            return input.expected("a column's name, {\"name\": …} or {\"expression\": …}");
        }
        return input.object(in -> {
            Part<Name> name = in.optional("name", NameForm.NAME);
            Part<Expression> expression = in.optional("expression", SqlTextForm.EXPRESSION);
            Part<Order> order = in.choice("order", Order.values());
            Part<Nulls> nulls = in.choice("nulls", Nulls.values());
            return in.complete()
                    ? Part.of(new IndexColumn(
                            name.orNull(),
                            expression.orNull(),
                            order.orNull() == Order.DESC,
                            nullsFirst(nulls.orNull())))
                    : Part.nothing();
        });
    }

    private static @Nullable Boolean nullsFirst(@Nullable Nulls nulls) {
        return nulls == null ? null : nulls == Nulls.FIRST;
    }

    static ObjectWriter write(Index index, ObjectWriter out) {
        Audience audience = out.audience();
        return out.list("columns", index.columns(), column -> write(column, audience))
                .text("name", index.name())
                .flag("unique", index.unique(), false)
                .expression("where", index.where())
                .texts("include", index.include())
                .choice("method", index.method(), IndexMethod.BTREE);
    }

    private static JsonNode write(IndexColumn column, Audience audience) {
        Name name = column.name();
        Boolean nullsFirst = column.nullsFirst();
        if (name != null && !column.descending() && nullsFirst == null) {
            return NameForm.write(name);
        }
        return new ObjectWriter(audience)
                .text("name", name)
                .expression("expression", column.expression())
                .text("order", column.descending() ? "desc" : null)
                .text("nulls", nullsFirst == null ? null : nullsFirst ? "first" : "last")
                .done();
    }
}
