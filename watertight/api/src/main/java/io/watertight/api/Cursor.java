package io.watertight.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

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

    /**
     * @throws IllegalArgumentException if the key has no part, or a part with a NUL character
     */
    public Cursor {
        key = List.copyOf(key);
        if (key.isEmpty() || key.stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("A key needs at least one part, and none may hold a NUL character");
        }
    }

    /**
     * {@return the text that a client sends back to continue}
     *
     * @throws IllegalArgumentException if a part of the key is longer than 65,535 bytes
     */
    public String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CRC32C checksum = new CRC32C();
        checksum.update(list.getBytes(StandardCharsets.UTF_8));
        try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(bytes, checksum))) {
            for (String part : key) {
                out.writeUTF(part);
            }
            out.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new IllegalArgumentException("A part of the key is too long for a cursor", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * @param text what {@link #encode} returned for the same list
     * @param keyParts how many parts this list's key has
     * @throws InvalidCursorException if the text is anything else
     */
    public static Cursor decode(String list, String text, int keyParts) {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            List<String> key = new ArrayList<>();
            for (int part = 0; part < keyParts; part++) {
                key.add(in.readUTF());
            }
            Cursor cursor = new Cursor(list, key);
            // Compares the checksum, and also rejects other texts that decode to the same bytes.
            if (!cursor.encode().equals(text)) {
                throw new InvalidCursorException();
            }
            return cursor;
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
    }
}
