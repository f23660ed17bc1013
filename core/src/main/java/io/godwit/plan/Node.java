package io.godwit.plan;

import io.godwit.history.AppliedMigration;
import io.godwit.history.Relations;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;
import java.util.Comparator;

/**
 * A migration as the resolution of dependencies sees it.
 *
 * @param id its identity
 * @param pluginId the plugin that owns it
 * @param version the plugin's version with it
 * @param relations what it needs and must not meet
 * @param state whether it is there, or may come
 */
record Node(String id, String pluginId, Version version, Relations relations, State state) {

    /** By plugin, version and id. */
    static final Comparator<Node> ORDER =
            Comparator.comparing(Node::pluginId).thenComparing(Node::version).thenComparing(Node::id);

    enum State {
        APPLIED,
        PENDING,
        /** Applied in part, and no longer given: its version is not whole, and nothing can go on with it. */
        STUCK
    }

    static Node of(AppliedMigration migration) {
        return new Node(
                migration.migrationId(),
                migration.pluginId(),
                migration.version(),
                migration.relations(),
                migration.isWhole() ? State.APPLIED : State.STUCK);
    }

    static Node of(Migration migration) {
        return new Node(
                migration.id(), migration.pluginId(), migration.version(), Relations.of(migration), State.PENDING);
    }

    Node in(State other) {
        return new Node(id, pluginId, version, relations, other);
    }

    boolean applied() {
        return state == State.APPLIED;
    }

    boolean pending() {
        return state == State.PENDING;
    }
}
