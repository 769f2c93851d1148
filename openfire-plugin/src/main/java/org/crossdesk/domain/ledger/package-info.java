/** Counts that stay when a session's text is gone: who asked, who answered for whom, how it ended. */
@NullMarked
package org.crossdesk.domain.ledger;

import org.jspecify.annotations.NullMarked;
