package io.cloakroom.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.theme.FreeMarkerException;

/** Tells a mail server that says "not now" from one that says "never", and both from a mail that could not be written. */
final class MailFailure {

    /** RFC 5321, 4.2.1: replies from 500 on are permanent. */
    private static final int PERMANENT = 500;

    private MailFailure() {}

    /** The same mail may get through later where the server was not there, or answered with a 4xx reply. */
    static Outcome outcome(EmailException failure) {
        Outcome outcome = Outcome.REFUSED;
        for (Throwable cause = failure.getCause(); cause != null; cause = next(cause)) {
            if (isPermanent(cause)) {
                return Outcome.REFUSED;
            }
            if (isAbsence(cause)) {
                outcome = Outcome.AWAY;
            } else if (isAboutTheServer(cause) && outcome != Outcome.AWAY) {
                outcome = Outcome.TRY_AGAIN;
            } else if (outcome == Outcome.REFUSED) {
                outcome = mishap(cause);
            }
        }
        return outcome;
    }

    /** Nobody is there, or nobody says anything: whatever letter comes next fares no better. */
    private static boolean isAbsence(Throwable cause) {
        return cause instanceof MailConnectException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException;
    }

    private static boolean isAboutTheServer(Throwable cause) {
        return cause instanceof MessagingException
                || cause instanceof SocketException
                || cause instanceof InterruptedIOException;
    }

    /** A template that is wrong stays so; whatever else breaks in Keycloak may pass. */
    private static Outcome mishap(Throwable cause) {
        if (cause instanceof FreeMarkerException) {
            return Outcome.DEFECT;
        }
        return cause instanceof RuntimeException ? Outcome.FAILED : Outcome.REFUSED;
    }

    private static boolean isPermanent(Throwable cause) {
        return cause instanceof AddressException
                || cause instanceof AuthenticationFailedException
                || (cause instanceof SMTPSendFailedException send && send.getReturnCode() >= PERMANENT)
                || (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT);
    }

    private static @Nullable Throwable next(Throwable cause) {
        Throwable chained = cause instanceof MessagingException messaging ? messaging.getNextException() : null;
        return chained != null ? chained : cause.getCause();
    }
}
