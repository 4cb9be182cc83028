package io.cloakroom.tests.benchmark;

import java.util.List;

/** One thing that the benchmark finds out. */
@FunctionalInterface
interface Question {

    List<Finding> ask(Plan plan);
}
