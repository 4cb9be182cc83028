package io.cloakroom.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Texts as bytes, each held in one char, so that what is no text at all can be sent as well. */
final class Bytes {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final int LEAD_OF_THREE = 0xE0;
    private static final int TRAIL = 0x80;

    private Bytes() {}

    /** In UTF-8. A lone half of a surrogate pair becomes the three bytes that no decoder may accept. */
    static String utf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(LEAD_OF_THREE | (point >> 12));
                bytes.write(TRAIL | ((point >> 6) & 0x3F));
                bytes.write(TRAIL | (point & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** In UTF-8, every byte but the plainest escaped. */
    static String percent(String text) {
        StringBuilder escaped = new StringBuilder();
        utf8(text).chars().forEach(octet -> {
            if (UNRESERVED.indexOf(octet) >= 0) {
                escaped.append((char) octet);
            } else {
                escaped.append(String.format("%%%02X", octet));
            }
        });
        return escaped.toString();
    }

    static byte[] of(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
}
