/** The wire, checked against its documents and its schemas. */
@NullMarked
package org.crossdesk.protocol;

import org.jspecify.annotations.NullMarked;
