/** What does a realm need, what has it got, and how does it get there without losing anything? */
@NullMarked
package io.cloakroom.install;

import org.jspecify.annotations.NullMarked;
