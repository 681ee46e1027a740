package io.watertight.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Removes an X-Forwarded-Prefix that is no path: Spring's filter would believe it, and fail, or lead to another host. */
class ForwardedPrefixValve extends ValveBase {

    private static final String HEADER = "X-Forwarded-Prefix";

    /** Leads to no other host. A group that is repeated would need more stack for each segment. */
    private static final Pattern PATH = Pattern.compile("(?!.*//)(/[\\w.~%/-]*)?");

    private static final Pattern BETWEEN_PROXIES = Pattern.compile(", ?");

    ForwardedPrefixValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String prefix = request.getHeader(HEADER);
        if (prefix != null
                && !BETWEEN_PROXIES
                        .splitAsStream(prefix)
                        .allMatch(it -> PATH.matcher(it).matches())) {
            request.getCoyoteRequest().getMimeHeaders().removeHeader(HEADER);
        }
        getNext().invoke(request, response);
    }
}
