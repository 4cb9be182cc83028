package io.cloakroom.check;

import java.util.List;
import java.util.stream.Stream;

/** Checks that look at the same part of a realm. */
interface Family {

    /** All of them, in the order in which a person should read of them. */
    List<Check> checks();

    /** What is not as it should be. */
    Stream<Finding> findings(Situation situation);
}
