package io.watertight.security;

import io.watertight.api.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page what its frame shows: the menu, and who is looking at it. As attributes of the request, so that a refusal
 * and an error have the frame, too.
 */
class PageFrame extends OncePerRequestFilter {

    private final ObjectProvider<Menu> menu;
    private final CurrentActor actors;

    PageFrame(ObjectProvider<Menu> menu, CurrentActor actors) {
        this.menu = menu;
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForAPage(request)) {
            prepare(request);
        }
        chain.doFilter(request, response);
    }

    void prepare(HttpServletRequest request) {
        request.setAttribute(
                "menu",
                menu.getObject()
                        .entriesFor(SecurityContextHolder.getContext().getAuthentication(), request.getServletPath()));
        request.setAttribute("actor", actors.actor());
    }

    static boolean isForAPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return isFromHtmx(request)
                || (accept != null
                        && accept.contains(MediaType.TEXT_HTML_VALUE)
                        && !request.getServletPath().startsWith("/api/"));
    }

    static boolean isFromHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
