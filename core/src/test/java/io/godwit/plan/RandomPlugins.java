package io.godwit.plan;

import io.godwit.history.Relations;
import io.godwit.migration.Dependency;
import io.godwit.migration.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A few plugins that need each other in every way, right and wrong, some of them applied in part. For one thread. */
final class RandomPlugins {

    private static final List<String> VERSIONS = List.of("0.9.0", "1.0.0", "1.1.0", "2.0.0-rc.1", "2.0.0", "3.0.0");
    private static final List<String> RANGES = List.of(
            "@*",
            "@^1",
            "@<2",
            "@>=2",
            "@>=1.1",
            "@~1.0",
            "@1.0.0 || 3.x",
            "@>=1 <3",
            "@>=2.0.0-rc.1",
            "@<=1.0",
            "",
            "");

    private final Random random;
    private final List<Node> all = new ArrayList<>();

    RandomPlugins(long seed) {
        random = new Random(seed);
        int plugins = 2 + random.nextInt(3);
        for (int plugin = 0; plugin < plugins; plugin++) {
            for (String version : VERSIONS) {
                for (int i = random.nextInt(7) / 3; i > 0 && all.size() < 9; i--) {
                    all.add(node("m" + all.size(), "p" + plugin, version));
                }
            }
        }
        if (all.isEmpty()) {
            all.add(node("m0", "p0", "1.0.0"));
        }
        relate();
    }

    private static Node node(String id, String plugin, String version) {
        return new Node(id, plugin, Version.parse(version), new Relations(List.of(), List.of()), Node.State.PENDING);
    }

    private void relate() {
        for (int i = 0; i < all.size(); i++) {
            Node node = all.get(i);
            Relations relations = new Relations(entries(node, random.nextInt(3)), entries(node, random.nextInt(9) / 7));
            all.set(i, new Node(node.id(), node.pluginId(), node.version(), relations, node.state()));
        }
    }

    private List<Dependency> entries(Node asking, int count) {
        List<Dependency> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Node other = all.get(random.nextInt(all.size()));
            boolean same = other.pluginId().equals(asking.pluginId()) && random.nextInt(4) > 0;
            if (random.nextInt(60) == 0) {
                entries.add(Dependency.parse("nowhere" + RANGES.get(random.nextInt(RANGES.size()))));
            } else if (random.nextInt(3) == 0) {
                if (!other.id().equals(asking.id())) {
                    entries.add(Dependency.parse(other.id()));
                }
            } else if (!same) {
                entries.add(Dependency.parse(other.pluginId() + RANGES.get(random.nextInt(RANGES.size()))));
            }
        }
        return entries;
    }

    /** With what some steps have applied, as far as the rules let them; now and then one that nobody gives any more. */
    List<Node> nodes() {
        Set<String> applied = new HashSet<>();
        EveryOrder rules = new EveryOrder(all, any -> true);
        for (int i = random.nextInt(2 * all.size()) - all.size() / 2; i > 0; i--) {
            Node node = all.get(random.nextInt(all.size()));
            if (rules.mayRun(node, applied)
                    || (random.nextInt(4) == 0 && rules.isFree(EveryOrder.with(applied, node)))) {
                applied.add(node.id());
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : all) {
            Node.State state = applied.contains(node.id())
                    ? Node.State.APPLIED
                    : random.nextInt(40) == 0 ? Node.State.STUCK : Node.State.PENDING;
            nodes.add(node.in(state));
        }
        return nodes;
    }

    UpgradeTarget target() {
        if (random.nextInt(2) == 0) {
            return UpgradeTarget.ALL;
        }
        Node node = all.get(random.nextInt(all.size()));
        return new UpgradeTarget(node.pluginId(), random.nextBoolean() ? null : node.version());
    }
}
