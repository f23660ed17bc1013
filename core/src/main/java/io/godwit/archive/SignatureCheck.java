package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a package's signature is worth: found out before anything of the manifest is believed. Immutable. */
final class SignatureCheck {

    private final PackageTrust trust;
    private final boolean signed;
    private final Set<String> plugins;

    private SignatureCheck(PackageTrust trust, boolean signed, Set<String> plugins) {
        this.trust = trust;
        this.signed = signed;
        this.plugins = plugins;
    }

    /** Refuses what the one trusted publisher did not sign, and sees for which plugins' pinned keys it would do. */
    static SignatureCheck of(PackageTrust trust, byte[] manifest, byte @Nullable [] signature)
            throws RefusedArchiveException {
        if (signature == null) {
            return new SignatureCheck(trust, false, Set.of()).forPublisher(false);
        }
        Set<String> plugins = trust.pinned().entrySet().stream()
                .filter(pin -> pin.getValue().verifies(manifest, signature))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        PublisherKey publisher = trust.publisher();
        return new SignatureCheck(trust, true, plugins)
                .forPublisher(publisher != null && publisher.verifies(manifest, signature));
    }

    private SignatureCheck forPublisher(boolean verified) throws RefusedArchiveException {
        PublisherKey publisher = trust.publisher();
        if (publisher != null && !verified) {
            throw refused(publisher);
        }
        return this;
    }

    /** Refuses what the plugin's own publisher did not sign. */
    void passes(String pluginId) throws RefusedArchiveException {
        PublisherKey pin = trust.pinned().get(pluginId);
        if (pin != null && !plugins.contains(pluginId)) {
            throw refused(pin);
        }
    }

    private RefusedArchiveException refused(PublisherKey key) {
        String words = signed
                ? "its signature is not that of the key " + key.fingerprint()
                        + ": another key made it, or the manifest was changed"
                : "it is not signed, and must be by the key " + key.fingerprint();
        return new RefusedArchiveException(PackageFault.SIGNATURE, words);
    }
}
