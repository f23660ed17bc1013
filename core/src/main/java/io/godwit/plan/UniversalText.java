package io.godwit.plan;

import io.godwit.operation.Sql;
import io.godwit.universal.Definitions;
import io.godwit.universal.UniversalScript;
import java.util.Optional;
import java.util.function.Consumer;

/** The universal text of an operation for which the engine has none of its own. */
final class UniversalText {

    private UniversalText() {}

    static Optional<UniversalScript> of(Sql sql, Rendering rendering, Definitions definitions, Consumer<String> notes) {
        return sql.text().forEngine(rendering.dialect().keys()).isPresent()
                ? Optional.empty()
                : sql.text()
                        .universal()
                        .map(text -> new UniversalScript(text, rendering.dialect(), definitions, notes));
    }
}
