/** The terminal: {@code ask} is a patron, {@code answer} is an operator. */
@NullMarked
package org.crossdesk.bot.cli;

import org.jspecify.annotations.NullMarked;
