package io.watertight.web.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows a problem detail as a page if the client asked for a page, wherever the problem arose; programs get it unchanged. A
 * form that htmx has sent gets a notice in the frame's area for it, and keeps what was typed.
 */
class ProblemPages extends OncePerRequestFilter {

    private static final String TEMPLATE = "watertight/problem";
    private static final String NOTICE_PLACE = "#problem";

    private final ITemplateEngine templates;
    private final JsonMapper json;

    ProblemPages(ITemplateEngine templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!PageFrame.isForAPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        if (isProblem(page.getContentType())) {
            show(page.getContentAsByteArray(), request, page);
        }
        page.copyBodyToResponse();
    }

    private static boolean isProblem(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private void show(byte[] problem, HttpServletRequest request, ContentCachingResponseWrapper page)
            throws IOException {
        Map<?, ?> details;
        try {
            details = json.readValue(problem, Map.class);
        } catch (JacksonException e) {
            // Truncated JSON; the status is still correct.
            details = Map.of("title", "Error", "detail", "The request could not be answered.");
        }
        page.resetBuffer();
        page.setContentType("text/html;charset=UTF-8");
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, page),
                Locale.ENGLISH,
                Map.of("problem", details, "sent", !HttpMethod.GET.matches(request.getMethod())));
        String html;
        if (PageFrame.isFromHtmx(request)) {
            page.setHeader("HX-Retarget", NOTICE_PLACE);
            page.setHeader("HX-Reswap", "innerHTML show:top");
            page.setHeader("HX-Push-Url", "false");
            page.setHeader("HX-Reselect", ".notice");
            html = templates.process(TEMPLATE, Set.of("notice"), context);
        } else {
            html = templates.process(TEMPLATE, context);
        }
        page.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
