package io.godwit.engine;

import java.util.Objects;

/**
 * What an {@link Authorizer} says. Immutable.
 *
 * @param allowed whether the action may happen
 * @param reason why not, for people and for the audit trail; empty where it is allowed
 */
public record Decision(boolean allowed, String reason) {

    public static final Decision ALLOW = new Decision(true, "");

    public Decision {
        Objects.requireNonNull(reason, "reason");
    }

    /** A denial, and why. */
    public static Decision deny(String reason) {
        return new Decision(false, reason);
    }
}
