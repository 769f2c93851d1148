package org.crossdesk.deploy.certificate;

import java.security.GeneralSecurityException;
import java.util.List;

/** Where a library's server gets its certificate from. */
@FunctionalInterface
public interface CertificateSource {
    /** A certificate for the library with this domain, which needs it for these names (the domain among them). */
    ServerCertificate certificateFor(String domain, List<String> names) throws GeneralSecurityException;
}
