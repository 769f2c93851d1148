/** The network's certificate authority and the certificates it gives to libraries. */
@NullMarked
package org.crossdesk.deploy.certificate;

import org.jspecify.annotations.NullMarked;
