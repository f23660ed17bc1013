package io.godwit.format;

import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import io.godwit.schema.Query;

/** Expressions and queries: a text in universal SQL or, in the history only, {@code {"engine": text}}. */
final class SqlTextForm {

    private static final String ENGINE = "engine";

    static final PartReader<Expression> EXPRESSION = SqlTextForm::expression;

    private SqlTextForm() {}

    static Part<Expression> expression(Input input) {
        if (isEngine(input)) {
            return input.object(object -> {
                Part<String> text = object.requiredWords(ENGINE);
                return object.complete() ? Part.of(Expression.ofEngine(text.get())) : Part.nothing();
            });
        }
        Part<String> text = sql(input);
        return text.orNull() == null ? Part.nothing() : Part.of(Expression.of(text.get(), input.position()));
    }

    static Part<Query> query(Input input) {
        if (isEngine(input)) {
            return input.object(object -> {
                Part<String> text = object.requiredWords(ENGINE);
                return object.complete() ? Part.of(Query.ofEngine(text.get())) : Part.nothing();
            });
        }
        Part<String> text = sql(input);
        return text.orNull() == null ? Part.nothing() : Part.of(Query.of(text.get(), input.position()));
    }

    private static boolean isEngine(Input input) {
        return input.reading().isForHistory() && input.node() instanceof JsonObject;
    }

    private static Part<String> sql(Input input) {
        return input.node() instanceof JsonString ? input.words() : input.expected("universal SQL as a text");
    }

    static JsonNode write(Expression expression, Audience audience) {
        return write(expression.text(), expression.language(), audience);
    }

    static JsonNode write(Query query, Audience audience) {
        return write(query.text(), query.language(), audience);
    }

    private static JsonNode write(String text, Language language, Audience audience) {
        JsonNode sql = sql(text, audience);
        if (language == Language.UNIVERSAL) {
            return sql;
        }
        refuseForAuthors(text, audience);
        return JsonObject.of(ENGINE, sql);
    }

    /** SQL for the hash has one kind of line end. */
    static JsonString sql(String text, Audience audience) {
        return JsonString.of(audience == Audience.HASH ? text.replace("\r\n", "\n") : text);
    }

    static void refuseForAuthors(String text, Audience audience) {
        if (audience == Audience.AUTHORS) {
            throw new IllegalArgumentException("'" + text
                    + "' is an engine's own SQL, for which documents have no form; write it in universal SQL");
        }
    }
}
