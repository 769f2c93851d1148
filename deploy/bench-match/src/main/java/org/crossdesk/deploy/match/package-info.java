/** The index of competences, measured beside Lucene and a plain scan of the same people. */
@NullMarked
package org.crossdesk.deploy.match;

import org.jspecify.annotations.NullMarked;
