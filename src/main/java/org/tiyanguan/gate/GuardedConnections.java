package org.tiyanguan.gate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** Tomcat's way to speak HTTP, for which one address may have so many connections and no more. */
public class GuardedConnections extends Http11NioProtocol {

    public GuardedConnections() {
        super(new Counting());
    }

    void use(GateSettings settings) {
        ((Counting) getEndpoint()).settings = settings;
    }

    private static class Counting extends NioEndpoint {

        private final Map<String, Set<SocketChannel>> open = new HashMap<>();

        @SuppressWarnings("NullAway.Init") // It is used before the first connection comes.
        private volatile GateSettings settings;

        /** By one thread only. */
        @Override
        protected SocketChannel serverSocketAccept() throws Exception {
            while (true) {
                SocketChannel connection = super.serverSocketAccept();
                if (connection == null || isWelcome(connection)) return connection;
                connection.close();
            }
        }

        private boolean isWelcome(SocketChannel connection) throws IOException {
            if (!(connection.getRemoteAddress() instanceof InetSocketAddress caller)) return true;
            String address = caller.getAddress().getHostAddress();
            if (settings.isProxy(address)) return true;
            Set<SocketChannel> others = open.computeIfAbsent(Network.of(address), a -> new HashSet<>());
            // Nobody tells when one ends; they are looked through when it matters.
            if (others.size() >= settings.connections()) forgetClosed();
            if (others.size() >= settings.connections()) return false;
            open.computeIfAbsent(Network.of(address), a -> others).add(connection);
            return true;
        }

        private void forgetClosed() {
            open.values().forEach(connections -> connections.removeIf(connection -> !connection.isOpen()));
            open.values().removeIf(Set::isEmpty);
        }
    }
}
