/** Ad-hoc commands (XEP-0050) at the addresses of a component; the server's own serve only the server's address. */
@NullMarked
package org.crossdesk.edge.command;

import org.jspecify.annotations.NullMarked;
