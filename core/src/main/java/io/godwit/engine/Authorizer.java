package io.godwit.engine;

/**
 * The host's word on who may change what: asked before every change, once for each {@link Action} of a plan.
 *
 * <p>Nothing of a plan runs unless all of it is allowed. An authorizer that throws denies. It must be thread-safe where Godwit is
 * called from several threads; it is asked on the caller's thread, and perhaps again where a plan was made anew under the lock.
 */
@FunctionalInterface
public interface Authorizer {

    /** Everybody may do everything: a host that has its own checks needs no other. */
    Authorizer OPEN = (actor, action) -> Decision.ALLOW;

    /**
     * Whether somebody may do something.
     *
     * @param actor as the host told the builder
     * @param action what is about to happen
     */
    Decision decide(String actor, Action action);
}
