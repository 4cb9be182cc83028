/** Which proof is out in the world, for which purpose, and has it been spent? */
@NullMarked
package io.cloakroom.proof;

import org.jspecify.annotations.NullMarked;
