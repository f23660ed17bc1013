package io.godwit.migration;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The custom transforms that a host has registered. Immutable.
 *
 * @param registered by name; null where no host is asked, because nothing will run
 */
public record CustomTransforms(@Nullable Map<String, CustomTransform> registered) {

    /** Of a host that has none. */
    public static final CustomTransforms NONE = new CustomTransforms(Map.of());

    /** Where nothing will run. */
    public static final CustomTransforms UNASKED = new CustomTransforms(null);

    public CustomTransforms {
        registered = registered == null ? null : Map.copyOf(registered);
    }

    /** The one of a name. */
    public Optional<CustomTransform> find(String name) {
        return registered == null ? Optional.empty() : Optional.ofNullable(registered.get(name));
    }

    /**
     * Why a mapping's transform cannot be run; empty if it can.
     *
     * @param custom what the document says
     */
    public String whyNot(FieldTransform.Custom custom) {
        if (registered == null || registered.containsKey(custom.name())) {
            return "";
        }
        return "no custom transform '" + custom.name() + "' is registered; "
                + (registered.isEmpty()
                        ? "this host has none"
                        : "there are " + String.join(", ", new TreeMap<>(registered).keySet()))
                + ". A host registers it by GodwitBuilder.customTransform";
    }
}
