/** What every part of the pure domain shares: decisions, effects, moments, phrases. */
@NullMarked
package org.crossdesk.domain;

import org.jspecify.annotations.NullMarked;
