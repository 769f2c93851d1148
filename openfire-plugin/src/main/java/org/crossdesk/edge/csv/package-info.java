/** Tables as text, comma-separated (RFC 4180). */
@NullMarked
package org.crossdesk.edge.csv;

import org.jspecify.annotations.NullMarked;
