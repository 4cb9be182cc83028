package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.email.EmailException;
import org.keycloak.theme.FreeMarkerException;

class MailFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new MessagingException("connect", new ConnectException()), Outcome.AWAY),
                Arguments.of(new MessagingException("read", new SocketTimeoutException()), Outcome.AWAY),
                Arguments.of(new MessagingException("host", new UnknownHostException()), Outcome.AWAY),
                Arguments.of(new MessagingException("read", new SocketException()), Outcome.TRY_AGAIN),
                Arguments.of(new MessagingException("451 not now"), Outcome.TRY_AGAIN),
                Arguments.of(new AuthenticationFailedException(), Outcome.REFUSED),
                Arguments.of(new AddressException(), Outcome.REFUSED),
                Arguments.of(new IOException("token"), Outcome.REFUSED),
                Arguments.of(new FreeMarkerException("template", new IllegalStateException()), Outcome.DEFECT),
                Arguments.of(new IllegalStateException(), Outcome.FAILED),
                Arguments.of(new IllegalStateException(new ConnectException()), Outcome.AWAY));
    }

    /** Keycloak wraps once or twice. */
    @ParameterizedTest
    @MethodSource("failures")
    void the_cause_says_whether_another_try_is_worth_it(Throwable cause, Outcome outcome) {
        assertThat(MailFailure.outcome(new EmailException("once", cause))).isEqualTo(outcome);
        assertThat(MailFailure.outcome(new EmailException("twice", new EmailException("once", cause))))
                .isEqualTo(outcome);
    }

    @Test
    void an_address_that_no_mail_can_have_is_refused_for_good() {
        assertThat(MailFailure.outcome(new EmailException("invalid"))).isEqualTo(Outcome.REFUSED);
    }
}
