package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import org.jspecify.annotations.Nullable;

/** A letter that is meant for one mailbox, whoever has it. */
public sealed interface MailboxLetter extends Letter permits ProofLetter, Invitation, SecurityNotice {

    /** Where it goes, if that is the account's address. */
    Address address();

    /** The account it is for, or null where only the address says who that is. */
    @Override
    @Nullable
    String userId();
}
