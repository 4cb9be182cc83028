package io.cloakroom.tests.oidc;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Destination;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The app of the story: it sends people to Keycloak and hears who they are. */
public final class DemoApp implements Destination<IdentifyPage> {

    /** Nobody listens there: a browser of ours stops before it, Chromium shows that it cannot connect. */
    private static final URI NOBODY = URI.create("http://localhost:8081/cb");

    private final URI issuer;
    private final String client;
    private final Map<String, String> parameters;

    private DemoApp(URI issuer, String client, Map<String, String> parameters) {
        this.issuer = issuer;
        this.client = client;
        this.parameters = parameters;
    }

    public static DemoApp of(URI issuer) {
        return new DemoApp(issuer, "demo-app", Map.of());
    }

    /** An app that the realm knows by that name. */
    public static DemoApp called(String client, URI issuer) {
        return new DemoApp(issuer, client, Map.of());
    }

    /** The app whose people may sign in with a password. */
    public static DemoApp withPassword(URI issuer) {
        return new DemoApp(issuer, "demo-app-password", Map.of());
    }

    /** The same app, asking with one more parameter, such as {@code login_hint} or {@code prompt}. */
    public DemoApp with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new DemoApp(issuer, client, more);
    }

    /** A new attempt to sign somebody in, with its own state, nonce and verifier. */
    public Login login() {
        return new Login(new Provider(issuer), client, NOBODY, parameters);
    }

    @Override
    public IdentifyPage visit(Browser browser) {
        return new IdentifyPage(screen(browser));
    }

    /** Goes there without expecting a certain page: {@code browser.open(app::screen)}. */
    public Screen screen(Browser browser) {
        Login login = login();
        return new Screen(browser, browser.get(login.uri()), login);
    }
}
