/** Is this actor still allowed? Permits, windows and keys. */
@NullMarked
package io.cloakroom.limit;

import org.jspecify.annotations.NullMarked;
