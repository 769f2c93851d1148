/** Operators without a person behind them: they go on duty, take offers and answer in the patron's language. */
@NullMarked
package org.crossdesk.bot.assistant;

import org.jspecify.annotations.NullMarked;
