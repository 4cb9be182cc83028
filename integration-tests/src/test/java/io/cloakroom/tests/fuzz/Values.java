package io.cloakroom.tests.fuzz;

import java.util.List;
import java.util.Random;

/** What goes into fields, parameters and headers: nothing that a person would type, and now and then something that is. */
final class Values {

    /** Of every address among the values. */
    static final String DOMAIN = "fuzz.example";

    private static final String XSS = Damage.ELEMENT;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\u00A0\u3000 ",
            "0",
            "-1",
            "1e309",
            "99999999999999999999",
            "null",
            "true",
            "on",
            "ann@fuzz.example",
            "Ann <ann@fuzz.example>, bob@fuzz.example",
            "ann@fuzz.example\r\nBcc: bob@fuzz.example",
            "\"ann b\"@fuzz.example",
            "ann@[127.0.0.1]",
            "ann@xn--" + "a".repeat(60) + ".example",
            "ann@xn--\u00FC-.example",
            "ann@stra\u00DFe.example",
            "a@" + "b.".repeat(120) + "example",
            "ZZZZ-ZZZZ",
            "zzzz zzzz",
            "\u0661\u0662\u0663\u0664",
            "<" + XSS + ">",
            "\"><" + XSS + "><x a=\"",
            "'><" + XSS + ">",
            "</script><" + XSS + ">",
            "--><" + XSS + ">",
            "\" " + Damage.ATTRIBUTE + "=\"1",
            "' " + Damage.ATTRIBUTE + "='1",
            "javascript:" + XSS + "()",
            "data:text/html,<" + XSS + ">",
            "${1234577*3}",
            "#{1234577*3}",
            "<#assign x=1234577*3>${x}",
            "{{1234577*3}}",
            "${'freemarker.template.utility.Execute'?new()('id')}",
            "${jndi:ldap://127.0.0.1:1/x}",
            "${env:PATH}${sys:user.home}",
            "%{(1234577*3)}",
            "' OR '1'='1' --",
            "'; DROP TABLE USER_ENTITY; --",
            "*)(uid=*))(|(uid=*",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "x\r\n" + Damage.LINE,
            "x\n" + Damage.LINE,
            "x\r" + Damage.LINE,
            "x\u2028" + Damage.LINE + "\u2029\u0085" + Damage.LINE,
            "x\r\n" + Damage.HEADER + ": 1",
            "x\r\n\r\n<" + XSS + ">",
            "\u0000",
            "a\u0000b",
            "\u0001\u0008\u000B\u000C\u001B[2J\u001B]0;x\u0007\u007F",
            "\uD83D",
            "\uDD11\uD83D",
            "\uD83D\uDD11",
            "\uFFFE\uFFFF\uFEFF",
            "\u202Egnp.exe\u202C\u200F",
            "\u0130\u0131\u017F\u212A\uFB01",
            "a" + "\u0301".repeat(300),
            "\u0E49".repeat(500),
            "[]",
            "{\"a\":{\"a\":{\"a\":[[[[[]]]]]}}}",
            "eyJhbGciOiJub25lIn0.e30.",
            "eyJhbGciOiJIUzUxMiJ9.bnVsbA.AAAA",
            "AAAA",
            "====",
            "%s%n%x%d",
            "{0}{1}'{'",
            "msg('cloakroomOtpTitle')",
            "en de fr \u0000",
            "en-US-x-" + "a".repeat(100),
            "zz-Zzzz-ZZ_#Zzzz");
    private static final List<String> RAW = List.of(
            "%",
            "%0",
            "%zz",
            "%u0041",
            "%C0%80",
            "%FF%FE",
            "%ED%A0%80",
            "%F5%80%80%80",
            "%E2%82",
            "%25%30%30",
            "%0d%0a" + Damage.HEADER + ":1",
            "\u00FF\u00FE",
            "\u0000",
            "a=b=c",
            "a;b;c",
            "+",
            "&&=&",
            "<" + XSS + ">",
            "#" + XSS,
            "\\");
    /** Above and below the limits of Keycloak: of a header, of a form field, of a form. */
    private static final int[] SIZES = {300, 4_000, 9_000, 70_000, 131_080, 300_000};

    private Values() {}

    /** A text that is still to be put on the wire. */
    static String text(Random random) {
        int dice = random.nextInt(100);
        if (dice < 4) {
            return huge(random);
        }
        return dice < 14 ? noise(random) : pick(TEXTS, random);
    }

    /** Something escaped, as a browser would or as none does. */
    static String wire(Random random) {
        return random.nextInt(6) == 0 ? pick(RAW, random) : Bytes.percent(text(random));
    }

    static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String huge(Random random) {
        String piece = pick(List.of("a", "a@", "\u0301", "<", "9", "-", "\uD83D\uDD11", "a."), random);
        int size = SIZES[random.nextInt(SIZES.length)];
        return piece.repeat(size / piece.length());
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            noise.append((char) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(0x10000)));
        }
        return noise.toString();
    }
}
