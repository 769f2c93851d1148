/** What is on its way to a person's client until that client confirms it. */
@NullMarked
package org.crossdesk.domain.delivery;

import org.jspecify.annotations.NullMarked;
