package io.godwit.plan;

/**
 * One migration of a plan, or what it needs and the plan does not hold. Immutable.
 *
 * @param id the migration's id; the plugin's id where a plugin is needed
 * @param plugin the plugin that it belongs to; empty where that is not known
 * @param words what there is to say of it
 * @param position its place in the order of the plan, from 1; 0 for what is there already
 */
record GraphNode(String id, String plugin, String words, int position) {

    /** Whether it is no part of the plan. */
    boolean there() {
        return position == 0;
    }
}
