/** May this flow be entered now? */
@NullMarked
package io.cloakroom.ratelimit;

import org.jspecify.annotations.NullMarked;
