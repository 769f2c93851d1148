package org.crossdesk.protocol.competence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The hash that stands for a profile on presence. Competence Profiles, section "Computing the hash".
 *
 * <p>Every competence and every label is one entry: its fields, each as a netstring (length in octets, colon, octets,
 * comma), so that no two of them have the same entry. The entries are sorted by their octets, so that the order of a profile
 * doesn't matter, and hashed by SHA-256.
 */
final class ProfileHash {
    private ProfileHash() {}

    static String of(Profile profile) {
        List<byte[]> entries = new ArrayList<>();
        for (Language language : profile.languages()) {
            entries.add(entry("language", language.tag(), CompetenceCodec.keyword(language.level())));
        }
        for (Subject subject : profile.subjects()) {
            entries.add(entry("subject", subject.scheme(), subject.concept(), Integer.toString(subject.level())));
            for (Label label : subject.labels()) {
                entries.add(entry("label", subject.scheme(), subject.concept(), label.tag(), label.name()));
            }
        }
        for (Insight insight : profile.insights()) {
            entries.add(entry(
                    "insight",
                    CompetenceCodec.keyword(insight.kind()),
                    insight.name(),
                    Integer.toString(insight.level())));
        }
        String note = profile.note();
        if (note != null) {
            entries.add(entry("note", note));
        }
        WorkingHours hours = profile.hours();
        if (hours != null) {
            for (WorkingHours.Time time : hours.times()) {
                entries.add(entry(
                        "time",
                        hours.zone(),
                        time.day().keyword(),
                        WorkingHours.clock(time.from()),
                        WorkingHours.clock(time.to())));
            }
        }
        entries.sort(Arrays::compareUnsigned);
        MessageDigest digest = sha256();
        entries.forEach(digest::update);
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static byte[] entry(String... fields) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] octets = field.getBytes(StandardCharsets.UTF_8);
            entry.writeBytes((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
            entry.writeBytes(octets);
            entry.write(',');
        }
        return entry.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
