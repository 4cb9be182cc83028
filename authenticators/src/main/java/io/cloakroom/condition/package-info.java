/** Shall a flow ask for more this time? */
@NullMarked
package io.cloakroom.condition;

import org.jspecify.annotations.NullMarked;
