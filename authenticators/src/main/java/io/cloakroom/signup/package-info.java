/** Who becomes a member? The record comes last. */
@NullMarked
package io.cloakroom.signup;

import org.jspecify.annotations.NullMarked;
