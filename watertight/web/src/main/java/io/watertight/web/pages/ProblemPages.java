package io.watertight.web.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
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

    /** Where no handler has answered, Tomcat asks for a response to the error. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!PageFrame.isForAPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        HeldBack page = new HeldBack(request, response);
        chain.doFilter(request, page);
        if (request.isAsyncStarted()) {
            page.streamed = true;
            return;
        }
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

    /** Holds a page back until it is complete, but nothing that is written after its handler has returned, such as a download. */
    private static final class HeldBack extends ContentCachingResponseWrapper {

        private final HttpServletRequest request;
        private volatile boolean streamed;

        HeldBack(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return isStreamed() ? getResponse().getOutputStream() : super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return isStreamed() ? getResponse().getWriter() : super.getWriter();
        }

        private boolean isStreamed() {
            return streamed || request.isAsyncStarted();
        }
    }
}
