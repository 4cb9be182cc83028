/** How does somebody come back who has lost what they signed in with? */
@NullMarked
package io.cloakroom.recovery;

import org.jspecify.annotations.NullMarked;
