package io.watertight.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Takes away an X-Forwarded-Prefix that is no path: Spring's filter would believe it, and then fail on every address. */
class ForwardedPrefixValve extends ValveBase {

    private static final String HEADER = "X-Forwarded-Prefix";

    ForwardedPrefixValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String prefix = request.getHeader(HEADER);
        if (prefix != null && !prefix.startsWith("/")) {
            request.getCoyoteRequest().getMimeHeaders().removeHeader(HEADER);
        }
        getNext().invoke(request, response);
    }
}
