package org.phatthana.people.accounts;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.phatthana.values.Message;

/// Which passwords are good enough, after NIST SP 800-63B: long, and not one that is tried first. What characters
/// they are made of is their owner's affair, and they do not grow old.
public final class PasswordRules {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 128;

    /// Of zxcvbn's scores 0 to 4; 3 is at least 10^8 guesses, which the throttle stretches to centuries.
    private static final int MIN_SCORE = 3;

    /// A name shorter than this is part of too many words to be held against them.
    private static final int MIN_NAME = 4;

    private static final Zxcvbn ESTIMATOR = new Zxcvbn();

    private PasswordRules() {}

    /// Why a password is refused; empty if it is good.
    ///
    /// @param about words that an attacker would try first: the account's names, the name of the office
    public static List<Message> problems(String password, String userName, List<String> about) {
        var normal = Passwords.normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < MIN_LENGTH) {
            return List.of(Message.of("people.password.too-short", MIN_LENGTH, length));
        }
        if (length > MAX_LENGTH) {
            return List.of(Message.of("people.password.too-long", MAX_LENGTH));
        }
        var problems = new ArrayList<Message>();
        var small = normal.toLowerCase(Locale.ROOT);
        if (userName.length() >= MIN_NAME && small.contains(userName.toLowerCase(Locale.ROOT))) {
            problems.add(Message.of("people.password.contains-user-name"));
        }
        var words =
                new ArrayList<>(about.stream().filter(word -> !word.isBlank()).toList());
        words.add("phatthana");
        words.add("phitsanulok");
        words.add(userName);
        var strength = ESTIMATOR.measure(normal, words);
        if (strength.getScore() < MIN_SCORE) {
            problems.add(Message.of("people.password." + weakness(strength.getSequence())));
        }
        return problems;
    }

    /// What makes it easy to guess: the pattern that covers most of it.
    private static String weakness(List<Match> parts) {
        return parts.stream()
                .filter(part -> part.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(Match::tokenLength))
                .map(part -> switch (part.pattern) {
                    case Spatial -> "keyboard";
                    case Repeat -> "repeats";
                    case Sequence -> part.token.chars().distinct().count() == 1 ? "repeats" : "sequence";
                    case Date, Regex -> "date";
                    default -> "common";
                })
                .orElse("common");
    }
}
