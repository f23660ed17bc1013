package io.godwit.format;

import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a migration, up and down.
 *
 * @param up at least one
 * @param down a list; or {@code "auto"}, or {@code {"irreversible": reason}}
 */
record Directions(List<Step> up, Down down) {

    private static final String AUTOMATIC = "auto";

    static Part<Directions> read(Input input) {
        if (input.node() instanceof JsonArray) {
            return input.expected("an object with the list \"up\"");
        }
        return input.object(in -> {
            Part<List<Step>> up = in.items("up", StepForm::read);
            Part<Down> down = in.optional("down", Directions::down);
            StepOrder.report(in.json().get("up"), in.reading());
            StepOrder.report(in.json().get("down"), in.reading());
            return in.complete() ? Part.of(new Directions(up.get(), down.or(new Down.Derived()))) : Part.nothing();
        });
    }

    private static Part<Down> down(Input input) {
        if (input.node() instanceof JsonString word && word.value().equalsIgnoreCase(AUTOMATIC)) {
            return Part.of(new Down.Derived());
        }
        if (input.node() instanceof JsonArray) {
            Part<List<Step>> steps = input.items(StepForm::read);
            return steps.orNull() == null ? Part.nothing() : Part.of(new Down.Explicit(steps.get()));
        }
        if (input.node() instanceof JsonObject) {
            return input.object(in -> {
                Part<String> reason = in.requiredWords("irreversible");
                return in.complete() ? Part.of(new Down.Irreversible(reason.get())) : Part.nothing();
            });
        }
        return input.expected("a list of steps, \"auto\" or {\"irreversible\": \"reason\"}");
    }

    static JsonNode write(Migration migration, Audience audience) {
        return new ObjectWriter(audience)
                .fullList("up", migration.up(), step -> StepForm.write(step, audience, true))
                .optional("down", writeDown(migration.down(), audience).orElse(null))
                .done();
    }

    /** Empty for what is derived, the default. */
    static Optional<JsonNode> writeDown(Down down, Audience audience) {
        if (down instanceof Down.Explicit explicit) {
            return Optional.of(JsonArray.of(explicit.steps().stream()
                    .map(step -> StepForm.write(step, audience, true))
                    .toList()));
        }
        return down instanceof Down.Irreversible irreversible
                ? Optional.of(JsonObject.of("irreversible", JsonString.of(irreversible.reason())))
                : Optional.empty();
    }
}
