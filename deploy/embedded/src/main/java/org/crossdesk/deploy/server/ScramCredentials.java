package org.crossdesk.deploy.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server keeps of a password for SCRAM-SHA-1 (RFC 5802, section 3), each in Base64: the password can't be had
 * back from it.
 */
record ScramCredentials(String salt, int iterations, String storedKey, String serverKey) {
    /** Openfire's own count, so that accounts made here cost as much to check as those it makes. */
    private static final int ITERATIONS = 4_096;

    private static final int SALT_BYTES = 18;
    private static final int HASH_BITS = 160;

    static ScramCredentials of(String password, SecureRandom random) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return of(password, salt, ITERATIONS);
    }

    static ScramCredentials of(String password, byte[] salt, int iterations) throws GeneralSecurityException {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(key)
                .getEncoded();
        byte[] storedKey = MessageDigest.getInstance("SHA-1").digest(hmac(salted, "Client Key"));
        Base64.Encoder base64 = Base64.getEncoder();
        return new ScramCredentials(
                base64.encodeToString(salt),
                iterations,
                base64.encodeToString(storedKey),
                base64.encodeToString(hmac(salted, "Server Key")));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
