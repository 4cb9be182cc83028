/** Who says they are here? One field that never says who exists. */
@NullMarked
package io.cloakroom.identify;

import org.jspecify.annotations.NullMarked;
