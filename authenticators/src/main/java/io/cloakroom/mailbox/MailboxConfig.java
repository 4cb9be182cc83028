package io.cloakroom.mailbox;

import io.cloakroom.limit.MailBudgets;
import io.cloakroom.mail.Contents;
import io.cloakroom.mail.UnknownAddress;
import io.cloakroom.proof.ProofRules;

/**
 * What a step that proves an address by mail is told by its settings.
 *
 * @param role its place in the flow
 * @param contents what its mails hold
 * @param rules what its proofs look like, how long they live and how often they may be guessed
 * @param mails what a mail counts against where no step before has asked for one
 * @param unknownAddress what a stranger's address receives
 */
public record MailboxConfig(
        Role role, Contents contents, ProofRules rules, MailBudgets mails, UnknownAddress unknownAddress) {}
