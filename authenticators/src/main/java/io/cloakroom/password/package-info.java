/** Is this the password of whoever is meant? Right or wrong, member or stranger, it takes the same. */
@NullMarked
package io.cloakroom.password;

import org.jspecify.annotations.NullMarked;
