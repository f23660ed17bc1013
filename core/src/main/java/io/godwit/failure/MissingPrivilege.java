package io.godwit.failure;

import java.util.List;
import java.util.Objects;

/**
 * A privilege that the login lacks, and where a plan needs it. Immutable.
 *
 * @param privilege what is missing, such as {@code CREATE on schema crm}
 * @param places who needs it, such as {@code crm-0001, step tables}
 * @param remedy the engine's own statement that would help, or words where there is none
 */
public record MissingPrivilege(String privilege, List<String> places, String remedy) {

    public MissingPrivilege {
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(remedy, "remedy");
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return "  " + privilege + ", for " + String.join("; ", places) + "\n    " + remedy;
    }
}
