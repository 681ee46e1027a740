package com.example.shop.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Where a page of a list ended, as an opaque text for the client.
 *
 * <p>A checksum over the list's name and the key refuses what was mistyped, cut off, made up or taken from another
 * list. It is no secret: a cursor grants nothing, it only says where to read on.
 *
 * @param list the list's name together with whatever selects its items, for a cursor fits that very list only
 * @param key the sort key of the last item
 */
public record Cursor(String list, List<String> key) {

    private static final char SEPARATOR = '\u001f';

    public Cursor {
        key = List.copyOf(key);
    }

    /** The text that a client sends back to read on. */
    public String encode() {
        byte[] keyBytes = String.join(String.valueOf(SEPARATOR), key).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + keyBytes.length);
        bytes.putInt(checksum(list, keyBytes)).put(keyBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * @param text what {@link #encode} returned for the same list
     * @param keyParts how many parts this list's key has
     * @throws InvalidCursor if it is anything else
     */
    public static Cursor decode(String list, String text, int keyParts) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() < Integer.BYTES) {
                throw new InvalidCursor();
            }
            int checksum = bytes.getInt();
            byte[] keyBytes = new byte[bytes.remaining()];
            bytes.get(keyBytes);
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(keyBytes))
                    .toString();
            Cursor cursor = new Cursor(list, List.of(key.split(String.valueOf(SEPARATOR), -1)));
            // Compared as text as well, because several texts decode to the same bytes.
            if (checksum != checksum(list, keyBytes)
                    || cursor.key.size() != keyParts
                    || !cursor.encode().equals(text)) {
                throw new InvalidCursor();
            }
            return cursor;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new InvalidCursor();
        }
    }

    private static int checksum(String list, byte[] key) {
        CRC32C crc = new CRC32C();
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        crc.update(SEPARATOR);
        crc.update(key);
        return (int) crc.getValue();
    }
}
