package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Metrics;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever ails the mail server: the page is the one that a good server gives, at once, and the mail comes once. */
class MailFaultIT extends CloakroomIT {

    private static final String BEFORE = "before@example.com";
    private static final String DURING = "during@example.com";
    private static final Duration IMPATIENT = Duration.ofSeconds(4);
    private static final Duration SLOW = Duration.ofSeconds(30);

    private final FaultySmtp smtp = FaultySmtp.healthy();

    MailFaultIT() throws IOException {}

    @AfterEach
    void end() throws IOException {
        smtp.close();
    }

    @Test
    void one_that_never_answers() {
        TestRealm realm = realmThatWaits(IMPATIENT);
        String healthy = answerOfAGoodServer(realm);

        smtp.hang();
        assertThat(Starts.atOnce(realm, DURING)).isEqualTo(healthy);
        Patience.until("the server keeps the mail waiting", () -> smtp.tries() == 2);
        smtp.recover();

        awaitOneEach(realm);
        assertThat(smtp.tries()).isEqualTo(3);
    }

    @Test
    void one_that_takes_half_a_minute() {
        TestRealm realm = realmThatWaits(SLOW.multipliedBy(2));
        String healthy = answerOfAGoodServer(realm);

        smtp.slowDown(SLOW);
        assertThat(Starts.atOnce(realm, DURING)).isEqualTo(healthy);

        Patience.until("the server takes it", SLOW.plusSeconds(10), () -> smtp.taken() == 2);
        awaitOneEach(realm);
        assertThat(smtp.tries()).isEqualTo(2);
    }

    @Test
    void one_that_says_not_now() {
        TestRealm realm = realmThatWaits(IMPATIENT);
        String healthy = answerOfAGoodServer(realm);

        smtp.refuse(1);
        assertThat(Starts.atOnce(realm, DURING)).isEqualTo(healthy);

        awaitOneEach(realm);
        assertThat(smtp.tries()).isEqualTo(3);
    }

    private TestRealm realmThatWaits(Duration timeout) {
        TestRealm realm = realms.copy("mail-fault", representation -> {
            representation.getSmtpServer().put("port", "" + smtp.port());
            representation.getSmtpServer().put("timeout", "" + timeout.toMillis());
        });
        realm.user(BEFORE);
        realm.user(DURING);
        return realm;
    }

    private String answerOfAGoodServer(TestRealm realm) {
        String answer = Starts.answer(realm, BEFORE);
        Patience.until("the server takes the mail", () -> smtp.taken() == 1);
        return answer;
    }

    private void awaitOneEach(TestRealm realm) {
        Patience.until(
                "both mails are told of",
                () -> realm.events().ofType("SEND_VERIFY_EMAIL").size() == 2);
        Patience.until("nothing waits any more", () -> Metrics.of(keycloak).value("cloakroom_mail_queue") == 0);
        assertThat(smtp.recipients()).containsExactlyElementsOf(List.of(BEFORE, DURING));
    }
}
