/** What travels between desks: values shared by the three namespaces, and their bounds. */
@NullMarked
package org.crossdesk.protocol;

import org.jspecify.annotations.NullMarked;
