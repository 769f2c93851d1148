/** A question at a service: who is rung, in which order, and when the service gives up. */
@NullMarked
package org.crossdesk.domain.routing;

import org.jspecify.annotations.NullMarked;
