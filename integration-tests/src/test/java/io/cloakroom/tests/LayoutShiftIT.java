package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Display;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that is seen already moves because something else arrives, so that no finger hits what it did not aim at. */
class LayoutShiftIT extends CloakroomIT {

    /** A page takes a second or two, in dozens of pieces. */
    private static final int SLOW = 20_000;

    /**
     * What moves is kept as it moves. Left out is text alone: a centred line whose second half arrives is set anew, wherever
     * the line between browser and server happens to cut it.
     */
    private static final String WATCH = """
            window.moved = [];
            const box = node => !node || node.nodeType !== Node.TEXT_NODE;
            const area = rect => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(" ");
            const move = ({ node, previousRect, currentRect }) =>
              `${node?.nodeName} ${node?.id ?? ""} ${node?.className ?? ""}: ${area(previousRect)} to ${area(currentRect)}`;
            new PerformanceObserver(list => list.getEntries()
              .filter(shift => shift.sources.some(source => box(source.node)))
              .forEach(shift => window.moved.push(`${shift.value}: ${shift.sources.map(move).join("; ")}`))
            ).observe({ type: "layout-shift", buffered: true });
            """;

    @ParameterizedTest
    @CsvSource({"390, 844", "1280, 900"})
    void nothing_moves_while_a_page_comes_up(int width, int height) {
        try (Chromium chromium = watched(width, height)) {
            assertThatNothingMovesOnTheWay(chromium);
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1280, 900"})
    void nothing_moves_where_it_comes_up_in_pieces(int width, int height) {
        try (Chromium chromium = watched(width, height)) {
            chromium.go(app.login().uri()).await("#cloakroom-passkey");

            assertThatNothingMovesOnTheWay(chromium.onSlowLine(SLOW));
        }
    }

    private void assertThatNothingMovesOnTheWay(Chromium chromium) {
        chromium.go(app.login().uri()).await("#cloakroom-passkey");
        assertThat(moved(chromium)).as("sign-in").isEmpty();

        chromium.press("#cloakroom-to-sign-up").await("#cloakroom-sign-up");
        assertThat(moved(chromium)).as("sign-up").isEmpty();

        chromium.go(app.login().uri()).press("#cloakroom-to-recovery").await("#cloakroom-recover");
        assertThat(moved(chromium)).as("recovery").isEmpty();

        chromium.go(app.login().uri())
                .type("username", "ada@example.com")
                .press("#cloakroom-email")
                .await("#code");
        assertThat(moved(chromium)).as("code").isEmpty();
    }

    /** The size is set before anything is seen: a browser's own bars come and go, and would move the page. */
    private static Chromium watched(int width, int height) {
        Chromium chromium = Chromium.open().on(Display.of(width, height));
        chromium.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        return chromium;
    }

    /** Once the page is whole and two frames of it were painted. */
    private static List<?> moved(Chromium chromium) {
        return (List<?>) chromium.driver().executeAsyncScript("""
                        const done = arguments[0];
                        const later = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.moved))));
                        document.readyState === "complete" ? later() : addEventListener("load", later);
                        """);
    }
}
