package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Switch;
import io.cloakroom.limit.Network;
import io.cloakroom.link.NotMeAction;
import io.cloakroom.link.OtherDevice;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.Purpose;
import io.cloakroom.theme.Bundle;
import io.cloakroom.theme.MailRendering;
import io.cloakroom.theme.MailSample;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/** What a mail says, where there is no address of the server to build links on. */
class ProofMailTest {

    private static final Instant ASKED_AT = Instant.parse("2026-11-21T09:00:00Z");

    /** Of a realm that need not answer anything: only links would ask it. */
    private static final KeycloakSession SESSION = stub(KeycloakSession.class, stub(KeycloakContext.class, null));

    static Stream<Arguments> mails() {
        return Bundle.languages()
                .flatMap(language -> Arrays.stream(Purpose.values())
                        .flatMap(purpose -> Stream.of(
                                        Envelope.Kind.MEMBER,
                                        Envelope.Kind.SIGN_UP,
                                        Envelope.Kind.TAKEN,
                                        Envelope.Kind.NOTICE)
                                .map(kind -> Arguments.of(language, purpose, kind))));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void there_are_words_for_every_purpose_and_kind(String language, Purpose purpose, Envelope.Kind kind) {
        Map<String, Object> content = new HashMap<>(
                Map.of("serviceName", "Realm", "appName", "", "askedAt", "now", "expiresAt", "then", "browser", ""));
        Stationery.Form form = write(letter(purpose, Contents.Kind.CODE, TakenAddress.SIGN_IN), kind, content);

        assertThat(Bundle.of(language).texts())
                .containsKeys(form.subject(), (String) content.get("heading"), (String) content.get("intro"));
        MailRendering rendering = MailRendering.of(language);
        MailSample mail = new MailSample("mail", form.subject(), form.template(), content);
        for (String part : new String[] {rendering.text(mail), rendering.html(mail)}) {
            assertThat(part)
                    .satisfies(shown -> assertThat(shown.contains("ABCD-EFGH")).isEqualTo(kind != Envelope.Kind.NOTICE))
                    .doesNotContain("href=");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_IN, CODE, MEMBER, cloakroomCodeSubject",
        "SIGN_IN, CODE_AND_LINK, MEMBER, cloakroomCodeSubject",
        "SIGN_IN, LINK, MEMBER, cloakroomLinkSubject",
        "SIGN_IN, CODE, SIGN_UP, cloakroomSignUpSubject",
        "SIGN_IN, CODE, NOTICE, cloakroomNoticeSubject",
        "SECOND_FACTOR, CODE, MEMBER, cloakroomCodeSubject",
        "SIGN_UP, CODE, SIGN_UP, cloakroomSignUpSubject",
        "SIGN_UP, CODE, TAKEN, cloakroomTakenSubject",
        "SIGN_UP, CODE, NOTICE, cloakroomNoSignUpSubject",
        "RECOVERY, CODE, MEMBER, cloakroomRecoverySubject",
        "RECOVERY, CODE, NOTICE, cloakroomNoticeSubject",
        "IDENTITY_PROVIDER, CODE, MEMBER, cloakroomIdentityProviderSubject"
    })
    void a_mail_says_what_it_is_for(Purpose purpose, Contents.Kind contents, Envelope.Kind kind, String subject) {
        assertThat(write(letter(purpose, contents, TakenAddress.NOTICE), kind, new HashMap<>()))
                .hasFieldOrPropertyWithValue("subject", subject);
    }

    /** Whoever asks for that mail has proved something else before. */
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void only_behind_another_proof_a_mail_is_nothing_to_ignore(Purpose purpose) {
        Map<String, Object> content = new HashMap<>();
        write(letter(purpose, Contents.Kind.CODE, TakenAddress.NOTICE), Envelope.Kind.MEMBER, content);

        assertThat(content)
                .containsEntry(
                        "notYou",
                        purpose == Purpose.SECOND_FACTOR ? "cloakroomMailSecondNotYou" : "cloakroomMailNotYou");
    }

    @ParameterizedTest
    @CsvSource({"NOTICE, ada, ''", "SIGN_IN, ada, ABCD-EFGH", "NOTICE, , ''", "SIGN_IN, , ''"})
    void who_signs_up_again_gets_a_code_only_where_the_setting_says_so(
            TakenAddress setting, @Nullable String userId, String code) {
        Map<String, Object> content = new HashMap<>();
        ProofLetter letter = letter(Purpose.SIGN_UP, Contents.Kind.CODE, setting);
        new ProofMail(new MailLinks(SESSION, letter), letter)
                .write(new Envelope(Envelope.Kind.TAKEN, userId, "ada@example.com", Map.of()), content);

        assertThat(content).containsEntry("code", code).containsEntry("signInLink", "");
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, CODE, MEMBER, ''",
        "ON, CODE, MEMBER, ABCD-EFGH",
        "ON, CODE_AND_LINK, MEMBER, ABCD-EFGH",
        "ON, LINK, MEMBER, ''",
        "ON, CODE, SIGN_UP, ABCD-EFGH",
        "ON, CODE, NOTICE, ''",
        "ON, CODE, TAKEN, ''"
    })
    void a_subject_shows_the_code_only_where_the_setting_says_so(
            Switch setting, Contents.Kind contents, Envelope.Kind kind, String shown) {
        ProofLetter letter = letter(Purpose.SIGN_IN, contents, TakenAddress.NOTICE, setting);

        assertThat(write(letter, kind, new HashMap<>()).shownCode()).isEqualTo(shown);
    }

    private static Stationery.Form write(ProofLetter letter, Envelope.Kind kind, Map<String, Object> content) {
        return new ProofMail(new MailLinks(SESSION, letter), letter)
                .write(new Envelope(kind, "ada", "ada@example.com", Map.of()), content);
    }

    private static ProofLetter letter(Purpose purpose, Contents.Kind kind, TakenAddress taken) {
        return letter(purpose, kind, taken, Switch.OFF);
    }

    private static ProofLetter letter(Purpose purpose, Contents.Kind kind, TakenAddress taken, Switch codeInSubject) {
        Address ada = Address.parse("ada@example.com").orElseThrow();
        PendingProof proof = new PendingProof("id-1", ada, "key-1", "mac", ASKED_AT, ASKED_AT.plusSeconds(900), 1);
        MailRequest request = new MailRequest(
                "realm", "app", "en", "", ASKED_AT, Optional.empty(), "login", "tab", new Network("", ""));
        Contents contents = new Contents(kind, OtherDevice.CONFIRM, NotMeAction.STOP, codeInSubject);
        return new ProofLetter(proof, "ABCDEFGH", purpose, contents, request, taken, null);
    }

    private static <T> T stub(Class<T> type, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType().isInstance(answer) ? answer : null));
    }
}
