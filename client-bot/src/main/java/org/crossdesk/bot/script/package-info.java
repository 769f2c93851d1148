/** Conversations as theatre scripts: who writes, who sees, and when it was. */
@NullMarked
package org.crossdesk.bot.script;

import org.jspecify.annotations.NullMarked;
