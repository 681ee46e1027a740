package io.watertight.testing.pages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/** An HTML response. */
public record Page(HttpStatus status, HttpHeaders headers, String html) {

    private static final Pattern MORE = Pattern.compile("<a id=\"more-link\"[^>]* href=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"|<textarea[^>]*>([^<]*)");

    /**
     * {@return the page itself}
     *
     * @throws AssertionError if the status is an error
     */
    public Page isShown() {
        if (status != HttpStatus.OK) {
            throw new AssertionError("%s: %s".formatted(status, html));
        }
        return this;
    }

    /** {@return how often the page contains the text} */
    public int count(String part) {
        return html.split(Pattern.quote(part), -1).length - 1;
    }

    /** {@return the last path segments of the links that begin with this address} */
    public List<String> linked(String address) {
        return Pattern.compile("<a href=\"%s([^\"/?]*)\"".formatted(Pattern.quote(address)))
                .matcher(html)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    /** {@return the address of the next page of a list} */
    public Optional<String> more() {
        return MORE.matcher(html)
                .results()
                .map(it -> HtmlUtils.htmlUnescape(it.group(1)))
                .findFirst();
    }

    /**
     * {@return the value of an input or a text area; empty if it has none}
     *
     * @throws AssertionError if the page has no such input
     */
    public String valueOf(String name) {
        Matcher input = Pattern.compile("<(input|textarea)[^>]* name=\"%s\"[^>]*>[^<]*".formatted(Pattern.quote(name)))
                .matcher(html);
        if (!input.find()) {
            throw new AssertionError("The page has no input '%s'".formatted(name));
        }
        Matcher value = VALUE.matcher(input.group());
        return value.find() ? HtmlUtils.htmlUnescape(value.group(value.group(1) == null ? 2 : 1)) : "";
    }
}
