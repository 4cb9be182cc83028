package io.cloakroom.tests.demo;

import com.sun.net.httpserver.HttpExchange;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import io.cloakroom.tests.pages.SignedIn;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;

/** The app: a button to sign in, then the claims of the ID token and a button to sign out. */
final class DemoAppPages {

    private static final String COOKIE = "demo_app";

    private final DemoApp app;
    private final DemoApp appWithPassword;
    private final URI site;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final Map<String, SignedIn> sessions = new ConcurrentHashMap<>();

    DemoAppPages(URI issuer, URI site) {
        this.app = DemoApp.of(issuer).at(site.resolve("/cb"));
        this.appWithPassword = DemoApp.withPassword(issuer).at(site.resolve("/cb"));
        this.site = site;
    }

    Reply reply(HttpExchange exchange) {
        return switch (exchange.getRequestURI().getPath()) {
            case "/" -> home(exchange);
            case "/sign-in" -> signIn(app);
            case "/sign-in-with-password" -> signIn(appWithPassword);
            case "/cb" -> callback(exchange);
            case "/sign-out" -> signOut(exchange);
            default -> Reply.notFound();
        };
    }

    private Reply home(HttpExchange exchange) {
        Html page = new Html("Demo app");
        Optional<SignedIn> person = sessionOf(exchange).map(sessions::get);
        if (person.isPresent()) {
            page.paragraph("You are signed in. The app was told:");
            Element table = page.add("table");
            person.get().idToken().claims().forEach((name, value) -> page.addRow(table, name, String.valueOf(value)));
            page.link("Sign out", URI.create("/sign-out"));
        } else {
            page.link("Sign in", URI.create("/sign-in"));
            page.link("Sign in to the app that takes passwords, too", URI.create("/sign-in-with-password"));
        }
        return page.link("Mailbox", URI.create("/mail")).reply();
    }

    private Reply signIn(DemoApp to) {
        Login login = to.login();
        logins.put(login.state(), login);
        return Reply.redirect(login.uri());
    }

    private Reply callback(HttpExchange exchange) {
        URI callback = site.resolve(exchange.getRequestURI().toString());
        Optional<Login> login = DemoApp.stateIn(callback).map(logins::remove);
        if (login.isEmpty()) {
            return sorry("This answer belongs to no sign-in that the app began.");
        }
        try {
            String session = UUID.randomUUID().toString();
            sessions.put(session, login.get().redeem(callback));
            return Reply.redirect(site).with("Set-Cookie", COOKIE + "=" + session + "; HttpOnly; SameSite=Lax; Path=/");
        } catch (AssertionError e) {
            return sorry(String.valueOf(e.getMessage()));
        }
    }

    private Reply signOut(HttpExchange exchange) {
        Optional<SignedIn> person = sessionOf(exchange).map(sessions::remove);
        return Reply.redirect(person.map(somebody -> app.logout(somebody, site)).orElse(site));
    }

    private static Reply sorry(String reason) {
        return new Html("Not signed in")
                .paragraph(reason)
                .link("Back", URI.create("/"))
                .reply();
    }

    private static Optional<String> sessionOf(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .flatMap(cookie -> HttpCookie.parse(cookie.strip()).stream())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
