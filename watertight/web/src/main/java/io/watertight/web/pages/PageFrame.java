package io.watertight.web.pages;

import io.watertight.api.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Provides what the frame of each page shows: the actor, and what other parts contribute. It uses request attributes, so that
 * error pages have the frame, too. It does not restrict access; endpoints and services do.
 */
public class PageFrame extends OncePerRequestFilter {

    private static final String API = "/api/";

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

    /** For filters that respond with a page before this one. */
    public void prepare(HttpServletRequest request) {
        actors.ifAvailable(it -> request.setAttribute("actor", it.actor()));
        contents.orderedStream().forEach(it -> it.addTo(request));
    }

    /** {@return whether the client accepts HTML explicitly, and the address is not part of the API} */
    public static boolean isForAPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !isForPrograms(request)
                && (isFromHtmx(request) || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)));
    }

    public static boolean isFromHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Objects.requireNonNullElse(failed, request.getRequestURI())
                .toString()
                .substring(request.getContextPath().length())
                .startsWith(API);
    }
}
