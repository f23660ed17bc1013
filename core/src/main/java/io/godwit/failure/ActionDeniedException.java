package io.godwit.failure;

import java.util.List;

/** The host's authorizer does not let somebody do something; nothing was changed. */
public final class ActionDeniedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    private final String actor;

    @SuppressWarnings("serial")
    private final List<String> denials;

    /**
     * With all that was denied at once.
     *
     * @param denials what and why, each such as {@code migrate crm (crm-1): not an admin}
     */
    public ActionDeniedException(String actor, List<String> denials) {
        super("'" + actor + "' may not " + String.join("\n'" + actor + "' may not ", denials)
                + "\nNothing was changed. Ask the host's administrator.");
        this.actor = actor;
        this.denials = List.copyOf(denials);
    }

    public String actor() {
        return actor;
    }

    public List<String> denials() {
        return denials;
    }
}
