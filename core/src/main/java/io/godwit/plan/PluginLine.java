package io.godwit.plan;

import io.godwit.migration.Version;
import io.godwit.migration.VersionRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A plugin's versions, the lowest first, and where their migrations stand in {@link Nodes}. Immutable.
 *
 * <p>A version's number is its place in {@link #versions()}, from 0.
 */
final class PluginLine {

    private final String pluginId;
    private final int index;
    private final int firstNode;
    private final int firstVersion;
    private final List<Version> versions = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /**
     * Reads one plugin's migrations.
     *
     * @param ordered of one plugin, by version and id
     * @param index its place among the plugins
     * @param firstNode the place of its first migration among all
     * @param firstVersion how many versions the plugins before it have
     */
    PluginLine(List<Node> ordered, int index, int firstNode, int firstVersion) {
        this.pluginId = ordered.get(0).pluginId();
        this.index = index;
        this.firstNode = firstNode;
        this.firstVersion = firstVersion;
        for (int i = 0; i < ordered.size(); i++) {
            Version version = ordered.get(i).version();
            if (i == 0 || version.compareTo(ordered.get(i - 1).version()) != 0) {
                versions.add(version);
                ends.add(0);
            }
            ends.set(ends.size() - 1, firstNode + i + 1);
        }
    }

    String pluginId() {
        return pluginId;
    }

    int index() {
        return index;
    }

    List<Version> versions() {
        return Collections.unmodifiableList(versions);
    }

    int firstNode() {
        return firstNode;
    }

    /** Behind its last migration. */
    int endNode() {
        return end(versions.size() - 1);
    }

    /** Behind the last migration of a version. */
    int end(int version) {
        return ends.get(version);
    }

    int start(int version) {
        return version == 0 ? firstNode : end(version - 1);
    }

    /** A version's number among those of all plugins. */
    int overall(int version) {
        return firstVersion + version;
    }

    /** The numbers of the versions in a range. */
    BitSet in(VersionRange range) {
        BitSet in = new BitSet();
        for (int i = 0; i < versions.size(); i++) {
            in.set(i, range.contains(versions.get(i)));
        }
        return in;
    }
}
