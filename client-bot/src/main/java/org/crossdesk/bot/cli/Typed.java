package org.crossdesk.bot.cli;

import java.util.Locale;
import org.crossdesk.bot.smack.ClientException;

/** What an operator typed at {@code answer}. */
sealed interface Typed {
    /** Longest session number. */
    int NUMBER_MAX_DIGITS = 6;

    /** One method a kind, so that a new kind breaks the build where it is not handled. */
    interface Visitor {
        void forSession(ForSession words) throws ClientException;

        void use(Use use);

        void duty(Duty duty) throws ClientException;

        void sessions();

        void help();

        void wrong(Wrong wrong);

        void quit();
    }

    /** Calls the visitor's method for this kind. */
    void accept(Visitor visitor) throws ClientException;

    /** Words, or a command that the desk understands, for the current session. */
    record ForSession(String text) implements Typed {
        @Override
        public void accept(Visitor visitor) throws ClientException {
            visitor.forSession(this);
        }
    }

    /** {@code /use N} */
    record Use(int number) implements Typed {
        @Override
        public void accept(Visitor visitor) {
            visitor.use(this);
        }
    }

    /** {@code /duty on}, {@code /duty off} */
    record Duty(boolean on) implements Typed {
        @Override
        public void accept(Visitor visitor) throws ClientException {
            visitor.duty(this);
        }
    }

    /** {@code /sessions} */
    record Sessions() implements Typed {
        @Override
        public void accept(Visitor visitor) {
            visitor.sessions();
        }
    }

    /** {@code /help} */
    record Help() implements Typed {
        @Override
        public void accept(Visitor visitor) {
            visitor.help();
        }
    }

    /** A command of this terminal in a wrong form; {@code usage} is the right one. */
    record Wrong(String usage) implements Typed {
        @Override
        public void accept(Visitor visitor) {
            visitor.wrong(this);
        }
    }

    /** {@code /quit} */
    record Quit() implements Typed {
        @Override
        public void accept(Visitor visitor) {
            visitor.quit();
        }
    }

    /** An empty line. */
    record Nothing() implements Typed {
        @Override
        public void accept(Visitor visitor) {}
    }

    /** Reads a line. What begins with a slash and is not ours is the desk's business. */
    static Typed parse(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        String[] words = text.split("\\s+", -1);
        String argument = words.length == 2 ? words[1].toLowerCase(Locale.ROOT) : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "/use" -> use(argument);
            case "/duty" ->
                switch (argument) {
                    case "on" -> new Duty(true);
                    case "off" -> new Duty(false);
                    default -> new Wrong("/duty on, or /duty off");
                };
            case "/sessions" -> new Sessions();
            case "/help" -> new Help();
            case "/quit" -> new Quit();
            default -> new ForSession(text);
        };
    }

    private static Typed use(String number) {
        if (number.isEmpty()
                || number.length() > NUMBER_MAX_DIGITS
                || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Wrong("/use N, where N is a session's number");
        }
        return new Use(Integer.parseInt(number));
    }
}
