package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.flow.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

class SharedPermitsTest {

    private final MemoryStore store = new MemoryStore();
    private final SharedPermits permits = node();

    @AfterEach
    void return_to_the_present() {
        Time.setOffset(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/1h", "10/1h", "100/1d", "150/1d", "101/7d"})
    void two_hundred_takers_at_once_on_two_nodes_get_exactly_what_there_is(String budget) throws Exception {
        SharedPermits other = node();
        List<Callable<Decision>> takers = Stream.iterate(0, i -> i + 1)
                .limit(200)
                .<Callable<Decision>>map(i -> () -> take(i % 2 == 0 ? permits : other, budget))
                .toList();

        long granted = atOnce(takers).stream()
                .filter(Decision.Granted.class::isInstance)
                .count();

        assertThat(granted)
                .isEqualTo(
                        Math.min(200, Budget.parse(budget).allowances().get(0).permits()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/1h", "10/1h, 100/1d", "200/1h"})
    void a_limit_is_tight_when_that_share_of_a_window_is_out(String budget) {
        int half = Budget.parse(budget).allowances().get(0).permits() / 2;
        Limit limit = new Limit(Scope.MAIL_PAIR, "somebody", Budget.parse(budget));
        for (int i = 1; i < half; i++) {
            assertThat(permits.take(List.of(limit))).isInstanceOf(Decision.Granted.class);
        }
        assertThat(permits.isTight(limit, 50)).isFalse();

        permits.take(List.of(limit));

        assertThat(permits.isTight(limit, 50)).isTrue();
        assertThat(permits.isTight(limit, 60)).isFalse();
        assertThat(permits.isTight(new Limit(Scope.MAIL_PAIR, "somebody else", Budget.parse(budget)), 1))
                .isFalse();
    }

    @Test
    void a_refusal_says_when_the_oldest_permit_is_free_again_and_keeps_its_word() {
        grant("2/1m");
        Time.setOffset(20);
        grant("2/1m");

        Decision.Refused refused = refuse(permits, "2/1m");

        assertThat(refused.seconds()).isBetween(39L, 40L);
        assertThat(refused.isNews()).isTrue();
        Time.setOffset(20 + 41);
        grant("2/1m");
        refuse(permits, "2/1m");
    }

    @Test
    void a_large_budget_lets_so_many_through_at_once_and_then_one_with_every_share_of_time() {
        String budget = "300/5m";
        for (int i = 0; i < 300; i++) {
            grant(budget);
        }
        refuse(node(), budget);
        Time.setOffset(10);
        for (int i = 0; i < 10; i++) {
            grant(budget);
        }
        assertThat(refuse(node(), budget).seconds()).isEqualTo(1);
    }

    @Test
    void taking_from_a_large_budget_costs_a_handful_of_operations_however_full_it_is() {
        for (int i = 0; i < 5_999; i++) {
            grant("6000/1h");
        }
        long before = store.operations();

        grant("6000/1h");

        assertThat(store.operations() - before).isLessThan(25);
    }

    @Test
    void several_windows_are_all_or_nothing() {
        grant("2/1m, 3/1h");
        grant("2/1m, 3/1h");
        refuse(permits, "2/1m, 3/1h");
        Time.setOffset(61);
        grant("2/1m, 3/1h");

        assertThat(refuse(permits, "2/1m, 3/1h").seconds()).isGreaterThan(3000);
    }

    @Test
    void a_permit_that_is_given_back_can_be_taken_again() {
        ((Decision.Granted) take(permits, "1/1h")).refund().run();

        grant("1/1h");
    }

    @Test
    void what_one_node_gives_back_another_one_soon_has_that_was_refused_meanwhile() {
        SharedPermits other = node();
        Decision.Granted undecided = (Decision.Granted) take(permits, "1/1h");
        assertThat(refuse(other, "1/1h").seconds()).isEqualTo(3600);
        undecided.refund().run();

        Time.setOffset(2);

        assertThat(take(other, "1/1h")).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void a_clock_that_is_ahead_makes_nobody_wait_longer_than_the_window() {
        Time.setOffset(5);
        grant("1/1m");
        Time.setOffset(0);

        assertThat(refuse(node(), "1/1m").seconds()).isLessThanOrEqualTo(60);
    }

    @Test
    void a_node_that_knows_asks_the_store_nothing() {
        grant("1/1h");
        refuse(permits, "1/1h");
        long before = store.operations();

        for (int i = 0; i < 1000; i++) {
            assertThat(refuse(permits, "1/1h").isNews()).isFalse();
        }

        assertThat(store.operations()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"MAIL_PAIR, a, MAIL_PAIR, b", "MAIL_PAIR, a, MAIL_ADDRESS, a"})
    void scopes_and_subjects_do_not_touch(Scope scope, String subject, Scope otherScope, String otherSubject) {
        Budget once = Budget.parse("1/1h");

        assertThat(permits.isFirst(new Limit(scope, subject, once))).isTrue();
        assertThat(permits.isFirst(new Limit(otherScope, otherSubject, once))).isTrue();
        assertThat(permits.isFirst(new Limit(scope, subject, once))).isFalse();
    }

    @Test
    void what_came_to_nothing_can_happen_for_the_first_time_once_more() {
        Limit once = new Limit(Scope.PROOF_LOGIN, "somebody", Budget.parse("1/1h"));
        Runnable giveBack = permits.claim(once).orElseThrow();
        assertThat(permits.claim(once)).isEmpty();

        giveBack.run();

        assertThat(permits.claim(once)).isPresent();
        assertThat(permits.isFirst(once)).isFalse();
    }

    @Test
    void realms_do_not_touch() {
        grant("1/1h");

        assertThat(take(new SharedPermits(store, new Refusals(new BoundedCache(10)), "other"), "1/1h"))
                .isInstanceOf(Decision.Granted.class);
    }

    /** The bound of the design: 64 MiB for a million addresses, with the default budgets. */
    @Test
    void a_million_addresses_grow_the_heap_by_less_than_64_mib() {
        MailBudgets budgets = MailBudgets.from(null);
        long before = usedHeap();

        for (int i = 0; i < 1_000_000; i++) {
            Address address = Address.parse("flood-" + i + "@example.com").orElseThrow();
            Network from = Network.ofHost("10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255));
            if (permits.take(budgets.wide(address.limitKey(), from)) instanceof Decision.Granted granted) {
                granted.keep().run();
            }
        }

        assertThat(usedHeap() - before).isLessThan(64L << 20);
        assertThat(store.size()).isPositive();
    }

    private SharedPermits node() {
        return new SharedPermits(store, new Refusals(new BoundedCache(50_000)), "realm");
    }

    private void grant(String budget) {
        Decision decision = take(permits, budget);
        assertThat(decision).isInstanceOf(Decision.Granted.class);
        ((Decision.Granted) decision).keep().run();
    }

    private static Decision.Refused refuse(Permits permits, String budget) {
        Decision decision = take(permits, budget);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return (Decision.Refused) decision;
    }

    private static Decision take(Permits permits, String budget) {
        return permits.take(List.of(new Limit(Scope.MAIL_PAIR, "somebody", Budget.parse(budget))));
    }

    private static List<Decision> atOnce(List<Callable<Decision>> takers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Decision> decisions = new ArrayList<>();
            for (Future<Decision> future : threads.invokeAll(takers)) {
                decisions.add(future.get());
            }
            return decisions;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
