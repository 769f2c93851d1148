@NullMarked
package org.crossdesk.protocol.competence;

import org.jspecify.annotations.NullMarked;
