/** What do tokens say about how somebody signed in? */
@NullMarked
package io.cloakroom.token;

import org.jspecify.annotations.NullMarked;
