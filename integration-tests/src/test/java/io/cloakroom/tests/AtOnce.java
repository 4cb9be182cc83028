package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that leave at the same moment, and what became of them. */
final class AtOnce {

    private static final String CODE_FORM = "cloakroom-code-form";

    private AtOnce() {}

    static Callable<Page> post(Browser browser, Form form) {
        return () -> browser.submit(form);
    }

    /** Keycloak also sends browsers back that came too late, with an error and nothing to redeem. */
    static boolean isLogin(Page page) {
        return page.hasLeft() && page.leftTo().getRawQuery().matches("(.*&)?code=.*");
    }

    /**
     * Guesses one after the other until the code is exhausted: what a patient attacker's script does. Keycloak lets few of
     * the posts through that several such scripts send for one login; whose post it lets through is compared or refused.
     */
    static Callable<Page> guess(Browser browser, Form form, List<String> guesses) {
        return () -> {
            Page seen = browser.get(form.page());
            for (String guess : guesses) {
                if (!seen.hasForm(CODE_FORM) || seen.error().contains("too often")) {
                    break;
                }
                seen = browser.submit(seen.form(CODE_FORM).with("code", guess));
                seen = seen.hasForm(CODE_FORM) && seen.error().isEmpty() ? browser.get(form.page()) : seen;
            }
            return seen;
        };
    }

    static List<Page> send(List<Callable<Page>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Future<Page>> pending = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            List<Page> pages = new ArrayList<>();
            for (Future<Page> future : pending) {
                pages.add(future.get());
            }
            assertThat(pages).allMatch(page -> page.status() < 500);
            return pages;
        } finally {
            threads.shutdownNow();
        }
    }
}
