/** A link opened from the mail. */
@NullMarked
package io.cloakroom.magiclink;

import org.jspecify.annotations.NullMarked;
