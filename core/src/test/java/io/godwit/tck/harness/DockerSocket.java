package io.godwit.tck.harness;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** Asks within a moment whether Docker is there; Testcontainers by itself takes seconds to find that it is not. */
public final class DockerSocket {

    private static final String UNIX = "unix://";

    private final String host;

    public DockerSocket(Map<String, String> environment) {
        this.host = environment.getOrDefault("DOCKER_HOST", UNIX + "/var/run/docker.sock");
    }

    /** True for a host on the network: whoever names one means it. */
    public boolean answers() {
        if (!host.startsWith(UNIX)) {
            return true;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(host.substring(UNIX.length())));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
