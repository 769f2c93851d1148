package org.crossdesk.deploy.seed;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file in a server's home folder that carries its {@link Seed}, in the format of {@link Properties}:
 *
 * <pre>
 * property.NAME = value
 * group.NAME =
 * account.NUMBER.name, .password, .fullName = text
 * account.NUMBER.groups = names, parted by spaces
 * </pre>
 */
public final class SeedFile {
    /** Where the file is, seen from the home folder. */
    public static final String PATH = "conf/seed.properties";

    private static final String PROPERTY = "property.";
    private static final String GROUP = "group.";
    private static final String ACCOUNT = "account.";

    private SeedFile() {}

    /** The file's text. It holds passwords: the caller sees to it that nobody else can read it. */
    public static String format(Seed seed) {
        Properties lines = new Properties();
        seed.properties().forEach((name, value) -> lines.setProperty(PROPERTY + name, value));
        seed.groups().forEach(group -> lines.setProperty(GROUP + group, ""));
        int number = 0;
        for (Account account : seed.accounts()) {
            String prefix = ACCOUNT + ++number;
            lines.setProperty(prefix + ".name", account.name());
            lines.setProperty(prefix + ".password", account.password());
            lines.setProperty(prefix + ".fullName", account.fullName());
            lines.setProperty(prefix + ".groups", String.join(" ", new TreeSet<>(account.groups())));
        }
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text.toString();
    }

    /** Reads the seed of the server with this home folder. */
    public static Seed read(Path home) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve(PATH))) {
            lines.load(reader);
        }
        Map<String, String> properties = new TreeMap<>();
        Set<String> groups = new TreeSet<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(PROPERTY)) {
                properties.put(key.substring(PROPERTY.length()), lines.getProperty(key));
            } else if (key.startsWith(GROUP)) {
                groups.add(key.substring(GROUP.length()));
            }
        }
        List<Account> accounts = new ArrayList<>();
        for (int number = 1; lines.containsKey(ACCOUNT + number + ".name"); number++) {
            String prefix = ACCOUNT + number;
            String names = lines.getProperty(prefix + ".groups", "");
            accounts.add(new Account(
                    lines.getProperty(prefix + ".name"),
                    lines.getProperty(prefix + ".password", ""),
                    lines.getProperty(prefix + ".fullName", ""),
                    names.isEmpty() ? Set.of() : Set.of(names.split(" "))));
        }
        return new Seed(properties, groups, accounts);
    }
}
