package org.tiyanguan.gate;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Says who calls, and at which address people reach the program: the caller is whom the connection comes from, unless
 * that is one of our proxies, which says for whom it asks; the address is the one that is set, whatever the request
 * claims. So no link, no redirect and no line of the audit log holds what a stranger made up.
 */
class Caller extends ValveBase {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final GateSettings settings;
    private final URI base;

    Caller(GateSettings settings, URI base) {
        super(true);
        this.settings = settings;
        this.base = base;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String caller = caller(request);
        request.setRemoteAddr(caller);
        request.setRemoteHost(caller);
        boolean https = "https".equals(base.getScheme());
        request.getCoyoteRequest().scheme().setString(base.getScheme());
        request.getCoyoteRequest().serverName().setString(base.getHost());
        request.getCoyoteRequest().setServerPort(base.getPort() >= 0 ? base.getPort() : https ? 443 : 80);
        request.setSecure(https);
        getNext().invoke(request, response);
    }

    /**
     * Each proxy adds at the end whom it was asked by; what stands before the last stranger is that stranger's word.
     */
    private String caller(Request request) {
        String caller = request.getRemoteAddr();
        List<String> asked = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(FORWARDED_FOR)))
            asked.addAll(List.of(header.split(",")));
        for (int i = asked.size() - 1; i >= 0 && settings.isProxy(caller); i--) {
            String before = asked.get(i).strip();
            if (!Network.isAddress(before)) break;
            caller = before;
        }
        return caller;
    }
}
