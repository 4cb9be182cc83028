/** Who gets which mail, and when? The only room that sends, off the request thread. */
@NullMarked
package io.cloakroom.mail;

import org.jspecify.annotations.NullMarked;
