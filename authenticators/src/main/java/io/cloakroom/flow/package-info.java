/** What does every step share? Life cycle, factory, typed settings, the address a person typed. */
@NullMarked
package io.cloakroom.flow;

import org.jspecify.annotations.NullMarked;
