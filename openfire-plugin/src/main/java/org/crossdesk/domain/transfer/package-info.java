/** An operator's part in one session, as the operator's own desk sees it: offer, acceptance, relay, hand-over, release. */
@NullMarked
package org.crossdesk.domain.transfer;

import org.jspecify.annotations.NullMarked;
