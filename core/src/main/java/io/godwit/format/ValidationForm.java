package io.godwit.format;

import io.godwit.migration.Validation;
import io.godwit.migration.Validation.Expect;
import io.godwit.migration.Validation.Otherwise;
import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.schema.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A validation: a universal SELECT as a text, SQL for engines, or an object that also says what to expect. */
final class ValidationForm {

    static final PartReader<Validation> VALIDATION = ValidationForm::read;

    private static final List<Expect> WORDS = List.of(Expect.EMPTY, Expect.NON_EMPTY);

    private ValidationForm() {}

    static Part<Validation> read(Input input) {
        if (input.node() instanceof JsonObject object && !namesEngines(object)) {
            return input.object(ValidationForm::full);
        }
        Part<EngineSql> sql = sql(input);
        return sql.orNull() == null
                ? Part.nothing()
                : Part.of(new Validation(sql.get(), Expect.TRUE, null, null, Otherwise.FAIL));
    }

    /** Only known engines count here, or a misspelt key would be taken for an engine. */
    private static boolean namesEngines(JsonObject object) {
        for (String key : object.fields().keySet()) {
            if (!ObjectReader.isTolerated(key) && !EngineName.isKnown(key)) {
                return false;
            }
        }
        return !object.fields().isEmpty();
    }

    private static Part<EngineSql> sql(Input input) {
        if (input.node() instanceof JsonString) {
            Part<String> text = input.words();
            return text.orNull() == null
                    ? Part.nothing()
                    : Part.of(universal(new SqlScript(text.get(), input.position())));
        }
        return input.node() instanceof JsonObject
                ? SqlForm.read(input)
                : input.expected("a SELECT in universal SQL, or an object from engine to SELECT");
    }

    private static EngineSql universal(SqlSource source) {
        return new EngineSql(Map.of(EngineSql.UNIVERSAL, source));
    }

    private static Part<Validation> full(ObjectReader in) {
        Part<EngineSql> sql = in.required("sql", ValidationForm::sql);
        Part<Expectation> expect = in.optional("expect", ValidationForm::expectation);
        Part<String> message = in.text("message");
        Part<Otherwise> otherwise = in.choice("otherwise", Otherwise.values());
        Expectation expectation = expect.or(new Expectation(Expect.TRUE, null));
        return in.complete()
                ? Part.of(new Validation(
                        sql.get(),
                        expectation.expect(),
                        expectation.value(),
                        message.orNull(),
                        otherwise.or(Otherwise.FAIL)))
                : Part.nothing();
    }

    private static Part<Expectation> expectation(Input input) {
        if (input.node() instanceof JsonString text) {
            for (Expect word : WORDS) {
                if (Suggestion.squeezed(text.value()).equals(Suggestion.squeezed(word.name()))) {
                    return Part.of(new Expectation(word, null));
                }
            }
        }
        Part<Literal> value = ValueForm.literal(input);
        return Part.of(new Expectation(Expect.VALUE, value.get()));
    }

    /** What is expected, and the value if it is one. */
    private record Expectation(Expect expect, @Nullable Literal value) {}

    static JsonNode write(Validation validation, Audience audience) {
        JsonNode sql = sql(validation.sql(), audience);
        boolean plain = validation.expect() == Expect.TRUE
                && validation.message() == null
                && validation.otherwise() == Otherwise.FAIL;
        if (plain && sql instanceof JsonString) {
            return sql;
        }
        return new ObjectWriter(audience)
                .node("sql", sql)
                .optional("expect", expect(validation, audience).orElse(null))
                .text("message", validation.message())
                .text("otherwise", validation.otherwise() == Otherwise.FAIL ? null : "skip")
                .done();
    }

    private static JsonNode sql(EngineSql sql, Audience audience) {
        Optional<SqlSource> universal = sql.universal();
        boolean plain = sql.texts().size() == 1
                && universal.isPresent()
                && universal.get() instanceof SqlScript script
                && !script.text().isBlank();
        return plain ? SqlForm.write(universal.get(), audience) : SqlForm.write(sql, audience);
    }

    private static Optional<JsonNode> expect(Validation validation, Audience audience) {
        Literal value = validation.value();
        return switch (validation.expect()) {
            case TRUE -> Optional.empty();
            case EMPTY -> Optional.of(JsonString.of("empty"));
            case NON_EMPTY -> Optional.of(JsonString.of("non-empty"));
            case VALUE -> value == null ? Optional.empty() : Optional.of(value(value, audience));
        };
    }

    /** A text that reads like a word of the format is wrapped for the history; documents have no form for it. */
    private static JsonNode value(Literal value, Audience audience) {
        boolean word = value.kind() == Literal.Kind.TEXT
                && WORDS.stream()
                        .anyMatch(
                                expect -> Suggestion.squeezed(expect.name()).equals(Suggestion.squeezed(value.text())));
        if (!word) {
            return ValueForm.writeLiteral(value, audience);
        }
        if (audience == Audience.AUTHORS) {
            throw new IllegalArgumentException("the expected value '" + value.text() + "' has no form in documents");
        }
        return ValueForm.wrapped(value);
    }
}
