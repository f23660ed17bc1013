package io.godwit.dialect;

import java.util.Objects;

/**
 * A privilege that a login does not have. Immutable.
 *
 * @param need for what it is needed
 * @param privilege what is missing, such as {@code CREATE on schema crm}
 * @param remedy the engine's own statement that would help, or words where there is none
 */
public record PrivilegeLack(PrivilegeNeed need, String privilege, String remedy) {

    public PrivilegeLack {
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(remedy, "remedy");
    }
}
