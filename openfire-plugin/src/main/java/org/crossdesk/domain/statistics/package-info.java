/** What happened at each service, by the half hour: a fold over the ledger. Holds no patron, no text and no session. */
@NullMarked
package org.crossdesk.domain.statistics;

import org.jspecify.annotations.NullMarked;
