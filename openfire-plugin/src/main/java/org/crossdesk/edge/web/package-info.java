/**
 * What is seen in a browser, served by the library's own server: the patron's page and widget, as the frontend's build has
 * made them. Servlets of {@code javax.servlet}, which every supported Openfire takes.
 */
@NullMarked
package org.crossdesk.edge.web;

import org.jspecify.annotations.NullMarked;
