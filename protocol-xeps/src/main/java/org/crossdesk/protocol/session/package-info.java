/** The words of a session that more than one namespace uses: its id, epoch, utterances and how it ended. */
@NullMarked
package org.crossdesk.protocol.session;

import org.jspecify.annotations.NullMarked;
