package io.godwit.plan.risk;

import io.godwit.plan.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found at one place. Immutable.
 *
 * @param severity how much it matters here
 * @param message what happens, and to what
 * @param safer what to do instead
 * @param question what the data would say about it; null when there is nothing to ask
 */
record Risk(
        Severity severity,
        String message,
        String safer,
        @Nullable Question question) {

    Risk asking(Question toAsk) {
        return new Risk(severity, message, safer, toAsk);
    }

    /** With the engine's own advice, where it has one. */
    Risk safer(Optional<String> advice) {
        return new Risk(severity, message, advice.orElse(safer), question);
    }
}
