/** A service: its address, names, steps and how it rings. */
@NullMarked
package org.crossdesk.domain.service;

import org.jspecify.annotations.NullMarked;
