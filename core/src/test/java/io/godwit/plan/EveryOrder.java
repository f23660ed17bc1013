package io.godwit.plan;

import io.godwit.migration.Dependency;
import io.godwit.migration.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rules of dependencies and conflicts as docs/format.md has them, and whether any order keeps them: tries all. For one thread. */
final class EveryOrder {

    private final List<Node> all;
    private final Set<String> wanted;
    private final Set<Set<String>> seen = new HashSet<>();

    EveryOrder(List<Node> all, Predicate<Node> wants) {
        this.all = all;
        this.wanted = all.stream()
                .filter(node -> node.pending() && wants.test(node))
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    Set<String> now() {
        return all.stream().filter(Node::applied).map(Node::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether there is an order of anything that reaches the goal. */
    boolean exists() {
        seen.clear();
        return exists(now(), all, false);
    }

    /** Whether there is an order of exactly these in which each plugin's run by version and id. */
    boolean existsInTurn(List<Node> planned) {
        seen.clear();
        return exists(now(), planned, true);
    }

    private boolean exists(Set<String> state, List<Node> those, boolean inTurn) {
        if (inTurn ? those.stream().allMatch(node -> state.contains(node.id())) : isGoal(state)) {
            return true;
        }
        if (!seen.add(state)) {
            return false;
        }
        return those.stream()
                .filter(node -> mayRun(node, state) && (!inTurn || state.containsAll(earlier(node))))
                .anyMatch(node -> exists(with(state, node), those, inTurn));
    }

    /** What is wanted is there, and no migration without those of its plugin that come before it. */
    boolean isGoal(Set<String> state) {
        return state.containsAll(wanted)
                && all.stream()
                        .filter(node -> node.pending() && state.contains(node.id()))
                        .allMatch(node -> state.containsAll(earlier(node)));
    }

    private Set<String> earlier(Node node) {
        return all.stream()
                .filter(other -> other.pending()
                        && other.pluginId().equals(node.pluginId())
                        && Node.ORDER.compare(other, node) < 0)
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    boolean isInTurn(Node node, Set<String> state) {
        return state.containsAll(earlier(node));
    }

    boolean mayRun(Node node, Set<String> state) {
        return node.pending()
                && !state.contains(node.id())
                && node.relations().dependencies().stream().allMatch(need -> isMet(need, state))
                && isFree(with(state, node));
    }

    static Set<String> with(Set<String> state, Node node) {
        Set<String> more = new HashSet<>(state);
        more.add(node.id());
        return more;
    }

    private boolean isMet(Dependency need, Set<String> state) {
        boolean migration = all.stream().anyMatch(node -> node.id().equals(need.target()));
        boolean plugin = all.stream().anyMatch(node -> node.pluginId().equals(need.target()));
        if (migration) {
            return !plugin && need.versions() == null && state.contains(need.target());
        }
        Version highest = highestWhole(need.target(), state);
        return highest != null && isIn(need, highest);
    }

    /** No migration that is there meets one that it conflicts with. */
    boolean isFree(Set<String> state) {
        return all.stream()
                .filter(node -> state.contains(node.id()))
                .allMatch(node ->
                        node.relations().conflicts().stream().noneMatch(conflict -> holds(node, conflict, state)));
    }

    private boolean holds(Node asking, Dependency conflict, Set<String> state) {
        if (conflict.versions() != null) {
            Version highest = highestWhole(conflict.target(), state);
            return highest != null && isIn(conflict, highest);
        }
        return all.stream()
                .filter(node -> state.contains(node.id()) && !node.id().equals(asking.id()))
                .anyMatch(node ->
                        node.id().equals(conflict.target()) || node.pluginId().equals(conflict.target()));
    }

    private Version highestWhole(String plugin, Set<String> state) {
        Collection<Version> open = all.stream()
                .filter(node -> node.pluginId().equals(plugin) && !state.contains(node.id()))
                .map(Node::version)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(node -> node.pluginId().equals(plugin) && !open.contains(node.version()))
                .map(Node::version)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isIn(Dependency entry, Version version) {
        return entry.range().map(range -> range.contains(version)).orElse(true);
    }
}
