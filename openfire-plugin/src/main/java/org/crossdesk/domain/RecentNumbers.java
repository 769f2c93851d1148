package org.crossdesk.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which places a person's last messages got. It goes beside the list of those messages' ids: the last number is of the last id.
 *
 * @param numbers the places, oldest first
 * @param marks whether their client wants to hear what was seen (XEP-0333)
 */
public record RecentNumbers(List<Long> numbers, boolean marks) {
    public RecentNumbers {
        numbers = List.copyOf(numbers);
    }

    /** With the place of one more message, of at most so many. */
    public static RecentNumbers plus(@Nullable RecentNumbers before, long number, boolean markable, int most) {
        return new RecentNumbers(
                Recent.plus(before == null ? List.of() : before.numbers(), number, most),
                markable || (before != null && before.marks()));
    }

    /** The place of the message of this id, if it is among them. */
    public static @Nullable Long numberOf(@Nullable RecentNumbers recent, List<String> ids, @Nullable String id) {
        if (recent == null || id == null) {
            return null;
        }
        int at = ids.lastIndexOf(id) - ids.size() + recent.numbers().size();
        return ids.contains(id) && at >= 0 ? recent.numbers().get(at) : null;
    }

    /** The id of the last message whose place is no later than this, if it is among them. */
    public static @Nullable String idUpTo(@Nullable RecentNumbers recent, List<String> ids, long number) {
        if (recent == null) {
            return null;
        }
        int numbers = recent.numbers().size();
        for (int i = numbers - 1; i >= 0; i--) {
            if (recent.numbers().get(i) <= number) {
                return ids.get(ids.size() - numbers + i);
            }
        }
        return null;
    }
}
