package org.crossdesk.edge.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.ElementText;
import org.crossdesk.runtime.ProfileShelf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shelf in a file, a line a profile: its element in base64. Each is named by the hash of its content, so a line that is
 * torn or was tampered with is none, and is fetched again.
 */
public final class ProfileFile implements ProfileShelf {
    /** Profiles that are kept; the oldest go. */
    static final int PROFILES_MAX = 10_000;

    /** The file is written anew when it is longer. */
    static final long FILE_MAX_BYTES = 32_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFile.class);

    private final Path file;
    private final long maxBytes;
    private final Map<String, Profile> profiles = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Profile> eldest) {
            return size() > PROFILES_MAX;
        }
    };
    private long bytes;
    private boolean failed;

    private ProfileFile(Path file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    /** The shelf in this file, which is made where it isn't there. */
    public static ProfileFile open(Path file) {
        return open(file, FILE_MAX_BYTES);
    }

    static ProfileFile open(Path file, long maxBytes) {
        ProfileFile shelf = new ProfileFile(file, maxBytes);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Profile profile = read(line);
                if (profile != null) {
                    shelf.profiles.put(profile.ver(), profile);
                }
                shelf.bytes += line.length() + 1L;
            }
        } catch (NoSuchFileException e) {
            LOG.debug("profiles.none file={}", file);
        } catch (IOException e) {
            LOG.warn("profiles.unreadable file={} reason={}", file, e.toString());
        }
        return shelf;
    }

    private static @Nullable Profile read(String line) {
        try {
            String xml = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            return CompetenceCodec.decode(ElementText.parse(xml)) instanceof Profile profile ? profile : null;
        } catch (DecodingException | IllegalArgumentException e) {
            LOG.info("profiles.line.skipped reason={}", e.getMessage());
            return null;
        }
    }

    private static String line(Profile profile) {
        byte[] xml = profile.toElement().toXml().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(xml) + "\n";
    }

    @Override
    public @Nullable Profile get(String ver) {
        return profiles.get(ver);
    }

    @Override
    public void put(Profile profile) {
        if (profiles.put(profile.ver(), profile) != null) {
            return;
        }
        String line = line(profile);
        try {
            if (bytes + line.length() > maxBytes) {
                rewrite();
            } else {
                Files.writeString(
                        file, line, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                bytes += line.length();
            }
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                // Once, and not for each that comes: what is not kept is fetched again after a restart.
                LOG.warn("profiles.not.kept file={} reason={}", file, e.toString());
            }
            failed = true;
        }
    }

    /** With the newer half of what is here, so that it is not to be done soon again. */
    private void rewrite() throws IOException {
        List<Profile> all = new ArrayList<>(profiles.values());
        List<Profile> newer = new ArrayList<>();
        long size = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            size += line(all.get(i)).length();
            if (size > maxBytes / 2 && !newer.isEmpty()) {
                break;
            }
            newer.add(0, all.get(i));
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        StringBuilder lines = new StringBuilder();
        newer.forEach(profile -> lines.append(line(profile)));
        Files.writeString(fresh, lines, StandardCharsets.ISO_8859_1);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        profiles.keySet().retainAll(newer.stream().map(Profile::ver).collect(Collectors.toSet()));
        bytes = lines.length();
    }
}
