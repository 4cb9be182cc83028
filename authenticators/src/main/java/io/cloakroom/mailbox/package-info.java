/** Is this mailbox theirs? The one dialogue of every step that proves an address by mail. */
@NullMarked
package io.cloakroom.mailbox;

import org.jspecify.annotations.NullMarked;
