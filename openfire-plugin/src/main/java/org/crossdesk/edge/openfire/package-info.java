/** What the server is asked for, by calls that are the same from Openfire 4.2 to 5.1. */
@NullMarked
package org.crossdesk.edge.openfire;

import org.jspecify.annotations.NullMarked;
