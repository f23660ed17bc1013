package io.godwit.format;

import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldRule;
import io.godwit.migration.OnConflict;
import io.godwit.migration.OnError;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transform: rows from a source into a table. */
final class TransformForm {

    private static final int LARGEST_BATCH = 1_000_000;
    private static final int MOST_PARALLEL = 64;

    private TransformForm() {}

    static Part<Transform> read(Input input) {
        return input.object(TransformForm::transform);
    }

    private static Part<Transform> transform(ObjectReader in) {
        Part<TransformSource> source = in.required("source", TransformSourceForm::read);
        Part<TableName> target = in.required("target", NameForm.TABLE);
        Part<List<FieldMapping>> mapping = in.items("mapping", FieldMappingForm::read);
        Part<Expression> filter = in.optional("filter", SqlTextForm.EXPRESSION);
        Part<List<Name>> key = in.optional("key", NameForm.NAMES);
        Part<Long> batchSize = in.integer("batchSize", 1, LARGEST_BATCH);
        Part<OnConflict> onConflict = in.choice("onConflict", OnConflict.values());
        Part<OnError> onError = in.choice("onError", OnError.values());
        Part<Long> parallel = in.integer("parallel", 1, MOST_PARALLEL);
        Part<List<FieldRule>> validation = in.list("validation", input -> input.object(TransformForm::rule));
        reportTargetsTwice(in);
        Long batch = batchSize.orNull();
        return in.complete()
                ? Part.of(new Transform(
                        source.get(),
                        target.get(),
                        mapping.get(),
                        filter.orNull(),
                        key.or(List.of()),
                        batch == null ? null : batch.intValue(),
                        onConflict.or(OnConflict.FAIL),
                        onError.or(OnError.FAIL),
                        parallel.or(1L).intValue(),
                        validation.get()))
                : Part.nothing();
    }

    private static void reportTargetsTwice(ObjectReader in) {
        if (in.json().get("mapping") instanceof JsonArray mapping) {
            Map<String, String> seen = new HashMap<>();
            for (JsonNode item : mapping.items()) {
                if (item instanceof JsonObject field
                        && field.get("target") instanceof JsonString target
                        && !target.value().isBlank()) {
                    NameForm.reportSecond(in.reading(), target.place(), target.value(), seen);
                }
            }
        }
    }

    private static Part<FieldRule> rule(ObjectReader in) {
        Part<Name> field = in.required("field", NameForm.NAME);
        Part<Expression> rule = in.required("rule", SqlTextForm.EXPRESSION);
        Part<String> message = in.text("message");
        Part<FieldRule.Severity> severity = in.choice("severity", FieldRule.Severity.values());
        return in.complete()
                ? Part.of(
                        new FieldRule(field.get(), rule.get(), message.orNull(), severity.or(FieldRule.Severity.ERROR)))
                : Part.nothing();
    }

    static JsonNode write(Transform transform, Audience audience) {
        return new ObjectWriter(audience)
                .node("source", TransformSourceForm.write(transform.source(), audience))
                .text("target", transform.target())
                .list("mapping", transform.mapping(), mapping -> FieldMappingForm.write(mapping, audience))
                .expression("filter", transform.filter())
                .texts("key", transform.key())
                .number("batchSize", transform.batchSize())
                .choice("onConflict", transform.onConflict(), OnConflict.FAIL)
                .choice("onError", transform.onError(), OnError.FAIL)
                .number("parallel", transform.parallel() == 1 ? null : transform.parallel())
                .list("validation", transform.validation(), rule -> write(rule, audience))
                .done();
    }

    private static JsonNode write(FieldRule rule, Audience audience) {
        return new ObjectWriter(audience)
                .text("field", rule.field())
                .node("rule", SqlTextForm.write(rule.rule(), audience))
                .text("message", rule.message())
                .text("severity", rule.severity() == FieldRule.Severity.ERROR ? null : "warning")
                .done();
    }
}
