package io.watertight.web.pages;

import io.watertight.api.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page what its frame shows: who looks at it, and what other parts contribute. As attributes of the request, so that
 * the page of an error has the frame, too. That nobody may do more than the page offers is not the page's affair.
 */
public class PageFrame extends OncePerRequestFilter {

    private static final String PROGRAMS = "/api/";

    private final ObjectProvider<CurrentActor> actors;
    private final ObjectProvider<PageFrameContent> contents;

    PageFrame(ObjectProvider<CurrentActor> actors, ObjectProvider<PageFrameContent> contents) {
        this.actors = actors;
        this.contents = contents;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isForPrograms(request)) {
            prepare(request);
        }
        chain.doFilter(request, response);
    }

    /** For whoever answers with a page before this filter is reached. */
    public void prepare(HttpServletRequest request) {
        actors.ifAvailable(it -> request.setAttribute("actor", it.actor()));
        contents.orderedStream().forEach(it -> it.addTo(request));
    }

    /** Whoever accepts HTML by name, save at the addresses of programs. */
    public static boolean isForAPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !isForPrograms(request)
                && (isFromHtmx(request) || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)));
    }

    public static boolean isFromHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(PROGRAMS);
    }
}
