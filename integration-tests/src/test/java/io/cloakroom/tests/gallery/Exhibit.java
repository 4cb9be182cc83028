package io.cloakroom.tests.gallery;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One page in a state that looks different from all others.
 *
 * @param name the name of its pictures
 * @param caption what it is, for people who look at pictures of it
 * @param way how to get there
 */
public record Exhibit(String name, String caption, Consumer<Guide> way) {

    /** Every page of ours, and those of Keycloak's own that a sign-in with us leads to. */
    public static Stream<Exhibit> all() {
        return Room.ALL.stream().flatMap(room -> room.exhibits().stream());
    }

    /** The pages that most people see, for languages whose words are longer. */
    public static Stream<Exhibit> main() {
        return Room.ALL.stream().map(room -> room.exhibits().get(0)).limit(5);
    }

    /** Goes there; the page is to be seen afterwards. */
    public void visit(Guide guide) {
        way.accept(guide);
    }

    @Override
    public String toString() {
        return name;
    }
}
