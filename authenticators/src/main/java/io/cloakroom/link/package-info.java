/** Which links are in the mails, and what does opening one come to? Reading changes nothing. */
@NullMarked
package io.cloakroom.link;

import org.jspecify.annotations.NullMarked;
