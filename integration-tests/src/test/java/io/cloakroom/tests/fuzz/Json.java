package io.cloakroom.tests.fuzz;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Texts in JSON. */
final class Json {

    private Json() {}

    /** Half a surrogate pair stays what it is. */
    static String quoted(String text) {
        return Bytes.utf8("\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"");
    }
}
