package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What stands against a selection, whatever its order: all of it, for people. */
final class Problems {

    private final Nodes nodes;
    private final Moment now;
    private final Moment end;
    private final Selection selection;
    private final Set<Requirement> entries = new LinkedHashSet<>();
    private final Map<String, List<String>> askers = new LinkedHashMap<>();

    Problems(Nodes nodes, BitSet chosen, Moment now, Selection selection) {
        this.nodes = nodes;
        this.now = now;
        this.selection = selection;
        this.end = now.copy();
        chosen.stream().forEach(end::apply);
        chosen.stream().forEach(place -> nodes.needs(place).forEach(this::need));
        for (int place = 0; place < nodes.size(); place++) {
            if (end.has(place)) {
                nodes.conflicts(place).forEach(conflict -> conflict(conflict, chosen));
            }
        }
    }

    /** The entries that cannot be kept. */
    Set<Requirement> entries() {
        return entries;
    }

    /** One sentence or two for each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        askers.forEach((rest, ids) -> sentences.add(
                ids.size() == 1 ? "Migration " + ids.get(0) + rest : "Migrations " + Names.of(ids) + plural(rest)));
        return sentences;
    }

    private static String plural(String rest) {
        return rest.replaceFirst("^ (need|conflict)s ", " $1 ");
    }

    /** What a refusal says in the end. */
    static PlanRefusedException refusal(List<String> sentences) {
        String all = sentences.size() == 1
                ? sentences.get(0)
                : sentences.size() + " things stand against this plan:\n- " + String.join("\n- ", sentences) + "\n";
        return new PlanRefusedException(all + (sentences.size() == 1 ? " " : "") + "Nothing was changed.");
    }

    private void add(Requirement entry, String rest) {
        entries.add(entry);
        askers.computeIfAbsent(rest, any -> new ArrayList<>())
                .add(nodes.at(entry.asking()).id());
    }

    private void need(Requirement need) {
        PluginLine line = need.line();
        if (need.ambiguous()) {
            add(need, ": '" + need.written() + "' is both a migration and a plugin. Rename one of them.");
        } else if (need.unknown()) {
            add(need, " needs '" + need.written() + "', " + unknown(need));
        } else if (line == null) {
            if (!end.has(need.migration())) {
                add(
                        need,
                        " needs '" + need.written() + "', which is applied in part and no longer given. Add its plugin"
                                + " again, and let it be finished.");
            }
        } else if (selection.reachable(need, line).stream().noneMatch(version -> end.isWhole(line, version))) {
            add(
                    need,
                    " needs '" + need.written() + "', and " + there(line)
                            + ". Bring the plugin to a version in that range, or widen the range.");
        }
    }

    private String unknown(Requirement need) {
        if (need.migration() >= 0) {
            return "and '" + need.written().target()
                    + "' is a migration, not a plugin: only plugins have versions in a range."
                    + " Leave the range out, or name the plugin "
                    + nodes.at(need.migration()).pluginId() + ".";
        }
        return "and there is no migration or plugin of that name, neither applied nor given. Known plugins: "
                + Names.of(nodes.plugins()) + ". Add the plugin, or correct the dependency.";
    }

    private String there(PluginLine line) {
        Map<String, String> states = new LinkedHashMap<>();
        for (int place = line.firstNode(); place < line.endNode(); place++) {
            Node node = nodes.at(place);
            states.merge(node.version().toString(), state(node), (one, other) -> one.equals(other) ? one : "in part");
        }
        List<String> versions = new ArrayList<>();
        states.forEach((version, state) -> versions.add(version + " (" + state + ")"));
        int highest = now.highest(line);
        return "of plugin " + line.pluginId() + " there is " + Names.of(versions)
                + (highest < 0 ? "" : ", and it is at " + line.versions().get(highest));
    }

    private static String state(Node node) {
        return switch (node.state()) {
            case APPLIED -> "applied";
            case PENDING -> "given";
            case STUCK -> "in part";
        };
    }

    private void conflict(Requirement conflict, BitSet chosen) {
        PluginLine line = conflict.line();
        if (conflict.ambiguous()) {
            if (chosen.get(conflict.asking()) || chosen.get(conflict.migration())) {
                add(conflict, ": '" + conflict.written() + "' is both a migration and a plugin. Rename one of them.");
            }
        } else if (!conflict.unknown()) {
            other(conflict, line, chosen).ifPresent(other -> add(conflict, describe(conflict, other)));
        }
    }

    /** A migration by which a conflict would hold in the end; none where that is so already, and this plan has no part in it. */
    private Optional<Node> other(Requirement conflict, @Nullable PluginLine line, BitSet chosen) {
        if (line == null) {
            boolean runs = chosen.get(conflict.asking()) || chosen.get(conflict.migration());
            return runs && end.has(conflict.migration())
                    ? Optional.of(nodes.at(conflict.migration()))
                    : Optional.empty();
        }
        int next = chosen.nextSetBit(line.firstNode());
        boolean moves = next >= 0 && next < line.endNode();
        if (!moves && !chosen.get(conflict.asking())) {
            return Optional.empty();
        }
        boolean any = conflict.written().versions() == null;
        int highest = end.highest(line);
        if (!any && !conflict.has(highest)) {
            return Optional.empty();
        }
        return IntStream.range(any ? line.firstNode() : line.start(highest), any ? line.endNode() : line.end(highest))
                .filter(place -> end.has(place) && (!any || place != conflict.asking()))
                .mapToObj(nodes::at)
                .findFirst();
    }

    private String describe(Requirement conflict, Node other) {
        return " conflicts with '" + conflict.written() + "': " + other.id() + " of " + other.pluginId() + " "
                + other.version() + (other.applied() ? " is applied" : " would be applied beside it")
                + ". Leave one of them out, or roll back the one that is applied.";
    }
}
