package io.godwit.format;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;

/** What only the engine has words for; in the history's documents only. */
final class EngineObjectForm {

    private EngineObjectForm() {}

    static Part<EngineObject> read(Input input) {
        return input.object(EngineObjectForm::read);
    }

    private static Part<EngineObject> read(ObjectReader in) {
        Part<String> kind = in.requiredWords("kind");
        Part<Name> name = in.required("name", NameForm.NAME);
        Part<String> sql = in.required("sql", Input::text);
        return in.complete() ? Part.of(new EngineObject(kind.get(), name.get(), sql.get())) : Part.nothing();
    }

    static JsonNode write(EngineObject other, Audience audience) {
        return new ObjectWriter(audience)
                .text("kind", other.kind())
                .text("name", other.name())
                .node("sql", SqlTextForm.sql(other.sql(), audience))
                .done();
    }
}
