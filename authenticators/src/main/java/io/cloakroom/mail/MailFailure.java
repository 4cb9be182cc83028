package io.cloakroom.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;

/** Tells a mail server that says "not now" from one that says "never". */
final class MailFailure {

    /** RFC 5321, 4.2.1: replies from 500 on are permanent. */
    private static final int PERMANENT = 500;

    private MailFailure() {}

    /** Whether the same mail may get through later: the server was not there, or answered with a 4xx reply. */
    static boolean isTemporary(EmailException failure) {
        boolean aboutTheServer = false;
        for (Throwable cause = failure.getCause(); cause != null; cause = next(cause)) {
            if (isPermanent(cause)) {
                return false;
            }
            aboutTheServer |= cause instanceof MessagingException
                    || cause instanceof SocketException
                    || cause instanceof InterruptedIOException
                    || cause instanceof UnknownHostException;
        }
        return aboutTheServer;
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
