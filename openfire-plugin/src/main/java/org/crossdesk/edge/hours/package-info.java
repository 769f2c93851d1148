/** Opening hours as people write them, and the days of their recurrence rules. */
@NullMarked
package org.crossdesk.edge.hours;

import org.jspecify.annotations.NullMarked;
