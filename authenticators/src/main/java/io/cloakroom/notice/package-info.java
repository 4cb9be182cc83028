/** Which changes to an account does its owner hear of? */
@NullMarked
package io.cloakroom.notice;

import org.jspecify.annotations.NullMarked;
