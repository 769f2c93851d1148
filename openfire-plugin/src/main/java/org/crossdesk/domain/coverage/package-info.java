/** Which competences a service has in each hour of the week, by its operators' working hours. */
@NullMarked
package org.crossdesk.domain.coverage;

import org.jspecify.annotations.NullMarked;
