package io.cloakroom.tests;

import io.cloakroom.tests.browser.Exchange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything an answer shows to whoever asked, with only those things masked that differ between any two logins of one
 * and the same person: random ids, times, and what was typed.
 */
final class Fingerprint {

    private static final List<String> RANDOM_PARAMETERS =
            List.of("session_code", "tab_id", "client_data", "state", "nonce", "code_challenge", "execution");

    private Fingerprint() {}

    static String of(Exchange exchange, String typed) {
        return String.join(
                "\n",
                exchange.method() + " " + mask(exchange.uri().getPath(), typed),
                "status " + exchange.status(),
                headers(exchange, typed),
                mask(exchange.body(), typed));
    }

    private static String headers(Exchange exchange, String typed) {
        Map<String, List<String>> sorted = new TreeMap<>(exchange.headers().map());
        sorted.remove("date");
        return sorted.entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> header.getKey() + ": " + value(header.getKey(), value, typed)))
                .collect(Collectors.joining("\n"));
    }

    private static String value(String header, String value, String typed) {
        return switch (header) {
            case "set-cookie" -> value.replaceFirst("=[^;]*", "=*");
            case "retry-after" -> "*";
            default -> mask(value, typed);
        };
    }

    private static String mask(String text, String typed) {
        String masked = text.replace(typed, "TYPED").replace(typed.replace("@", "%40"), "TYPED");
        for (String parameter : RANDOM_PARAMETERS) {
            masked = masked.replaceAll("([?&;]|&amp;)" + parameter + "=[^&\"' ]*", "$1" + parameter + "=*");
        }
        return masked.replaceAll("checkAuthSession\\(\\s*\"[^\"]*\"", "checkAuthSession(*")
                .replaceAll("\\b\\d+ (s|min)\\b", "* $1")
                .replaceAll("data-challenge=\"[^\"]*\"", "data-challenge=*")
                .replaceAll("challenge : \"[^\"]*\"", "challenge : *")
                .replaceAll("--cloakroom-wait: \\d+", "--cloakroom-wait: *")
                .replaceAll("data-seconds=\"\\d+\"", "data-seconds=*")
                .replaceAll("<span>\\d+</span></span> s", "<span>*</span></span> s");
    }
}
