package io.godwit.plan.risk;

import io.godwit.plan.Severity;
import io.godwit.schema.Name;
import java.util.List;
import java.util.Optional;

/** A new table or column is called by a word that engines reserve. */
final class ReservedWordRule extends Rule {

    ReservedWordRule() {
        super(new RuleText(
                "reserved-word",
                Severity.LOW,
                "A new table or column is called by a word that engines reserve.",
                "Godwit quotes it; SQL that people and other tools write has to, everywhere and for ever.",
                "another name"));
    }

    @Override
    Optional<Risk> look(Change change) {

        List<Name> names = NewNames.of(change.operation()).stream()
                .filter(name -> SqlWords.isReserved(name.text()))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(risk(Severity.LOW, "calls something by the reserved word " + names.get(0)));
    }
}
