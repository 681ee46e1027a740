package io.watertight.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The end of a page of a list, as opaque text for the client.
 *
 * <p>A checksum over the list's name and the key detects cursors that were mistyped, truncated, invented or taken from another
 * list. It is not secret: a cursor grants no access, it only says where to continue.
 *
 * @param list the list's name together with its filters, because a cursor is valid for that exact list only
 * @param key the sort key of the last item, in one or more parts without NUL characters
 */
public record Cursor(String list, List<String> key) {

    private static final String SEPARATOR = "\0";

    /**
     * @throws IllegalArgumentException if the key has no part, or a part with a NUL character
     */
    public Cursor {
        key = List.copyOf(key);
        if (key.isEmpty() || key.stream().anyMatch(it -> it.contains(SEPARATOR))) {
            throw new IllegalArgumentException("A key needs at least one part, and none may hold a NUL character");
        }
    }

    /** {@return the text that a client sends back to continue} */
    public String encode() {
        String parts = String.join(SEPARATOR, key);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes(list + SEPARATOR + parts));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes(parts + SEPARATOR + Long.toHexString(checksum.getValue())));
    }

    /**
     * @param text what {@link #encode} returned for the same list
     * @param keyParts how many parts this list's key has
     * @throws InvalidCursorException if the text is anything else
     */
    public static Cursor decode(String list, String text, int keyParts) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                    .split(SEPARATOR, keyParts + 2);
            Cursor cursor = new Cursor(list, Arrays.asList(parts).subList(0, parts.length - 1));
            // Compares the checksum, and also rejects other texts that decode to the same bytes.
            if (cursor.key.size() == keyParts && cursor.encode().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            // It is refused like any other text.
        }
        throw new InvalidCursorException();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
