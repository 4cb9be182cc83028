package io.cloakroom.check;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A flow as people go through it: what is switched off is not there.
 *
 * @param alias its name
 * @param nodes what stands on its first level, in its order
 */
record FlowTree(String alias, List<Node> nodes) {

    /** Everything at whatever depth, in the order in which it is gone through. */
    Stream<Node> all() {
        return all(nodes);
    }

    boolean has(String provider) {
        return has(Set.of(provider));
    }

    boolean has(Set<String> providers) {
        return all().anyMatch(node -> providers.contains(node.name()));
    }

    /** The same, each with what is gone through before and after it. */
    Stream<Place> places() {
        List<Node> everything = all().toList();
        return IntStream.range(0, everything.size())
                .mapToObj(i -> new Place(
                        everything.get(i), everything.subList(0, i), everything.subList(i + 1, everything.size())));
    }

    /** What stands on one level, for each level that there is. */
    Stream<List<Node>> levels() {
        return Stream.concat(
                Stream.of(nodes),
                all().filter(node -> node.kind() == Node.Kind.FLOW).map(Node::children));
    }

    private static Stream<Node> all(List<Node> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node), all(node.children())));
    }

    /**
     * A node in its place.
     *
     * @param before what comes before it, flows that it stands in included
     * @param after what comes after it
     */
    record Place(Node node, List<Node> before, List<Node> after) {}
}
