/** A client of next to no weight, for thousands of people on one machine. */
@NullMarked
package org.crossdesk.deploy.wire;

import org.jspecify.annotations.NullMarked;
