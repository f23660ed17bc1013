package io.godwit.plan.risk;

import io.godwit.plan.Severity;
import io.godwit.schema.Name;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A new name is longer than 63 bytes. */
final class NameTooLongRule extends Rule {

    private static final int PORTABLE_BYTES = 63;

    NameTooLongRule() {
        super(new RuleText(
                "name-too-long",
                Severity.LOW,
                "A new name is longer than 63 bytes.",
                "PostgreSQL cuts it, and MySQL and Oracle refuse it: the migration is not portable.",
                "a shorter name"));
    }

    @Override
    Optional<Risk> look(Change change) {

        List<Name> names = NewNames.of(change.operation()).stream()
                .filter(name -> name.text().getBytes(StandardCharsets.UTF_8).length > PORTABLE_BYTES)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(risk(
                        Severity.LOW, "makes the name " + names.get(0) + ", longer than " + PORTABLE_BYTES + " bytes"));
    }
}
