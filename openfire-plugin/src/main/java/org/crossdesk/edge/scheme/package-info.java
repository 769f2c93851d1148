/** Schemes of concepts in files: SKOS as Turtle or RDF/XML. */
@NullMarked
package org.crossdesk.edge.scheme;

import org.jspecify.annotations.NullMarked;
