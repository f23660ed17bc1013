package io.godwit.format;

import io.godwit.migration.ExpectedChanges;
import io.godwit.migration.MigrationType;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.migration.Validation;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import java.util.List;

/** A step. */
final class StepForm {

    private static final long LONGEST_TIMEOUT = 7L * 24 * 60 * 60;

    private StepForm() {}

    static Part<Step> read(Input input) {
        return input.object(StepForm::step);
    }

    private static Part<Step> step(ObjectReader in) {
        Part<String> id = in.requiredConverted("id", Identifier::checkedStep);
        Part<MigrationType> type = in.choice("type", MigrationType.values());
        Part<String> name = in.text("name");
        Part<String> description = in.text("description");
        Part<List<Operation>> operations = in.list("operations", OperationForm::read);
        Part<EngineSql> sql = in.optional("sql", SqlForm::read);
        Part<Transform> transform = in.optional("transform", TransformForm::read);
        Part<Boolean> transactional = in.flag("transactional", true);
        Part<Boolean> rollbackSupported = in.flag("rollbackSupported", true);
        Part<Boolean> skipOnError = in.flag("skipOnError", false);
        Part<Long> timeout = in.integer("timeout", 1, LONGEST_TIMEOUT);
        Part<List<String>> dependencies = in.list("dependencies", Input::words);
        Part<Validation> preValidation = in.optional("preValidation", ValidationForm.VALIDATION);
        Part<Validation> postValidation = in.optional("postValidation", ValidationForm.VALIDATION);
        Part<ExpectedChanges> expected = in.object("expectedChanges", StepForm::expected);
        reportEmpty(in);
        Long seconds = timeout.orNull();
        return in.complete()
                ? Part.of(new Step(
                        id.get(),
                        type.orNull(),
                        name.orNull(),
                        description.orNull(),
                        operations.get(),
                        sql.orNull(),
                        transform.orNull(),
                        transactional.get(),
                        rollbackSupported.get(),
                        skipOnError.get(),
                        seconds == null ? null : seconds.intValue(),
                        dependencies.get(),
                        preValidation.orNull(),
                        postValidation.orNull(),
                        expected.orNull(),
                        in.extensions()))
                : Part.nothing();
    }

    private static void reportEmpty(ObjectReader in) {
        boolean noOperations = in.json().get("operations") instanceof JsonArray list
                ? list.items().isEmpty()
                : !in.has("operations");
        if (noOperations && !in.has("sql") && !in.has("transform") && !in.misspells("operations", "sql", "transform")) {
            in.input().fault("a step needs operations, sql or a transform");
        }
    }

    private static Part<ExpectedChanges> expected(ObjectReader in) {
        Part<Long> rows = count(in, "rows");
        Part<Long> tables = count(in, "tables");
        Part<Long> indexes = count(in, "indexes");
        return in.complete()
                ? Part.of(new ExpectedChanges(rows.orNull(), tables.orNull(), indexes.orNull()))
                : Part.nothing();
    }

    private static Part<Long> count(ObjectReader in, String key) {
        return in.optional(key, input -> input.integer(0, Long.MAX_VALUE));
    }

    /** For the hash, what only describes stays out, and so does the timeout of a step up, which belongs to the down hash. */
    static JsonNode write(Step step, Audience audience, boolean withTimeout) {
        boolean described = audience != Audience.HASH;
        ObjectWriter out = new ObjectWriter(audience)
                .text("id", step.id())
                .text("type", step.type())
                .text("name", described ? step.name() : null)
                .text("description", described ? step.description() : null)
                .texts("dependencies", step.dependencies())
                .part("preValidation", step.preValidation(), check -> ValidationForm.write(check, audience))
                .list("operations", step.operations(), operation -> OperationForm.write(operation, audience))
                .part("sql", step.sql(), sql -> SqlForm.write(sql, audience))
                .part("transform", step.transform(), transform -> TransformForm.write(transform, audience))
                .part("postValidation", step.postValidation(), check -> ValidationForm.write(check, audience))
                .part("expectedChanges", step.expectedChanges(), changes -> write(changes, audience))
                .flag("transactional", step.transactional(), true)
                .flag("rollbackSupported", step.rollbackSupported(), true)
                .flag("skipOnError", step.skipOnError(), false)
                .number("timeout", withTimeout ? step.timeout() : null);
        return described ? out.extensions(step.extensions()).done() : out.done();
    }

    private static JsonNode write(ExpectedChanges changes, Audience audience) {
        return new ObjectWriter(audience)
                .number("rows", changes.rows())
                .number("tables", changes.tables())
                .number("indexes", changes.indexes())
                .done();
    }
}
