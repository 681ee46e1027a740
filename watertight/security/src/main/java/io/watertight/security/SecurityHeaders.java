package io.watertight.security;

import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Spring Security's headers and a content security policy. Spring Security writes them inside its filter chain; a separate
 * filter writes them around all filters, so that responses of earlier filters have them, too.
 */
final class SecurityHeaders {

    /** Everything comes from the application itself; pages execute no inline scripts. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final HeaderWriter POLICY_FOR_PAGES =
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY.formatted("'self'"));

    /** Swagger UI uses inline styles. */
    private static final HeaderWriter POLICY_FOR_SWAGGER_UI =
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY.formatted("'self' 'unsafe-inline'"));

    private static final RequestMatcher SWAGGER_UI = PathPatternRequestMatcher.pathPattern("/swagger-ui/**");

    private SecurityHeaders() {}

    static List<HeaderWriter> writers() {
        return List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=(), payment=()"),
                (request, response) -> (SWAGGER_UI.matches(request) ? POLICY_FOR_SWAGGER_UI : POLICY_FOR_PAGES)
                        .writeHeaders(request, response));
    }
}
