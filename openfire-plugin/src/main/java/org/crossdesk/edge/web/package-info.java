/**
 * What is seen in a browser, served by the library's own server. Servlets of {@code javax.servlet}, which every supported
 * Openfire takes.
 */
@NullMarked
package org.crossdesk.edge.web;

import org.jspecify.annotations.NullMarked;
