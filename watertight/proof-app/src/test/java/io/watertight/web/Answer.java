package io.watertight.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AssertProvider;

/**
 * An HTTP response.
 *
 * @param headers as they came, one by line
 */
record Answer(int status, List<String> headers, String body) implements AssertProvider<ProblemAssert> {

    private static final Pattern CHUNK = Pattern.compile("\\G([0-9a-f]+)\r\n");

    static Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("No HTTP response: '%s'".formatted(text));
        }
        List<String> head = text.substring(0, end).lines().toList();
        String body = text.substring(end + 4);
        int status = Integer.parseInt(head.getFirst(), "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
        if (status == 100) {
            return parse(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        boolean chunked = head.stream().anyMatch("Transfer-Encoding: chunked"::equalsIgnoreCase);
        String whole = chunked ? join(body) : body;
        return new Answer(
                status,
                head.subList(1, head.size()),
                new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** Of the first header with this name; empty if there is none. */
    String header(String name) {
        return headers.stream()
                .filter(it -> it.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(it -> it.substring(name.length() + 1).trim())
                .findFirst()
                .orElse("");
    }

    private static String join(String chunks) {
        StringBuilder joined = new StringBuilder();
        var size = CHUNK.matcher(chunks);
        int at = 0;
        while (size.find(at)) {
            int length = Integer.parseInt(size.group(1), 16);
            joined.append(chunks, size.end(), size.end() + length);
            at = size.end() + length + 2;
        }
        return joined.toString();
    }

    @Override
    public ProblemAssert assertThat() {
        return new ProblemAssert(this);
    }
}
