package io.cloakroom.tests.fuzz;

/**
 * Something that must not happen, and the request after which it did.
 *
 * @param where the scene and the number of its visit
 */
record Finding(String where, String what, String request) {

    private static final int MOST_SHOWN = 1500;

    @Override
    public String toString() {
        String shown = request.substring(0, Math.min(request.length(), MOST_SHOWN))
                .replace("\r", "\\r")
                .replaceAll("[^\\x20-\\x7E\\n]", "?");
        return where + ": " + what + "\n" + shown + (request.length() > MOST_SHOWN ? "\n…" : "") + "\n";
    }
}
