/** A tiny immutable XML element tree, so that codecs need no server and no client library. */
@NullMarked
package org.crossdesk.protocol.xml;

import org.jspecify.annotations.NullMarked;
