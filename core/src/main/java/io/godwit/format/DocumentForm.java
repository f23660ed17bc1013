package io.godwit.format;

import io.godwit.migration.Migration;

/** The whole document: its format and its migration. */
final class DocumentForm {

    private static final String MIGRATION = "migration";
    private static final String FORMAT = "format";

    private DocumentForm() {}

    static Part<Migration> read(ObjectReader in) {
        if (in.json().get(FORMAT) instanceof JsonString format
                && !format.value().equals(Migration.FORMAT)) {
            return new Input(format, in.reading())
                    .fault("this Godwit reads the format '" + Migration.FORMAT + "', not '" + format.value() + "'");
        }
        if (!in.has(MIGRATION) && in.has("id") && in.has("steps")) {
            return in.input().fault("everything but \"format\" belongs under \"migration\"");
        }
        in.required(FORMAT, Input::text);
        Part<Migration> migration = in.required(MIGRATION, MigrationForm::read);
        return in.complete() ? migration : Part.nothing();
    }

    static JsonNode write(Migration migration, Audience audience) {
        return new ObjectWriter(audience)
                .text(FORMAT, Migration.FORMAT)
                .node(MIGRATION, MigrationForm.write(migration, audience))
                .done();
    }
}
