/** The journal and the directory in Openfire's database, records as JSON. */
@NullMarked
package org.crossdesk.edge.storage;

import org.jspecify.annotations.NullMarked;
