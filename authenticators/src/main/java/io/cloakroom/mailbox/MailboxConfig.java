package io.cloakroom.mailbox;

import io.cloakroom.limit.MailBudgets;
import io.cloakroom.mail.Contents;
import io.cloakroom.mail.Reception;
import io.cloakroom.proof.ProofRules;

/**
 * What a step that proves an address by mail is told by its settings.
 *
 * @param role its place in the flow
 * @param contents what its mails hold
 * @param rules what its proofs look like, how long they live and how often they may be guessed
 * @param mails what a mail counts against where no step before has asked for one
 * @param reception what strangers get, and whoever signs up again
 * @param unverifiedAccount what becomes of an account whose address nobody had proved
 */
public record MailboxConfig(
        Role role,
        Contents contents,
        ProofRules rules,
        MailBudgets mails,
        Reception reception,
        UnverifiedAccount unverifiedAccount) {}
