@NullMarked
package org.crossdesk.protocol.xml;

import org.jspecify.annotations.NullMarked;
