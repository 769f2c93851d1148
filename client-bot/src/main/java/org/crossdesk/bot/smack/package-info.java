/** One XMPP client connection over Smack, and the bridge between Smack's XML and ours. Nothing else in the module sees Smack. */
@NullMarked
package org.crossdesk.bot.smack;

import org.jspecify.annotations.NullMarked;
