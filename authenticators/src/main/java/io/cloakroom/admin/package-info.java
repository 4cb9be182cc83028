/** What may an administrator ask of us? Links that sign somebody in, by mail or in hand; our flows in a realm. */
@NullMarked
package io.cloakroom.admin;

import org.jspecify.annotations.NullMarked;
