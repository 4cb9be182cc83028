/** Is this realm ready? Looks, says what it found, why it matters and how to mend it; changes nothing. */
@NullMarked
package io.cloakroom.check;

import org.jspecify.annotations.NullMarked;
