package org.phatthana.notices.mail;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.web.Letters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// Sends a link to an address, by which its owner says that it is theirs.
@Component
public class AddressCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AddressCheck.class);

    private final Preferences preferences;
    private final Letters letters;
    private final Post post;

    AddressCheck(Preferences preferences, Letters letters, Post post) {
        this.preferences = preferences;
        this.letters = letters;
        this.post = post;
    }

    /// Sends the link. The address that was verified before counts until the new one is.
    ///
    /// @return why it could not be sent; empty if it was
    public Optional<Message> begin(UUID account, String address, Language language) {
        if (!post.isConfigured()) {
            return Optional.of(Message.of("notices.problem.no-mail"));
        }
        var token = preferences.propose(account, address);
        if (token.isEmpty()) {
            return Optional.of(Message.of("notices.problem.too-soon", Preferences.LINK_EVERY.toMinutes()));
        }
        var letter = letters.in(language);
        var link = letter.href("/desk/address?token=" + token.get());
        var hours = Preferences.LINK_WORKS.toHours();
        var plain = letter.text("notices.check.lead", letter.organization().shortName()) + "\n\n" + link + "\n\n"
                + letter.text("notices.check.else", hours) + "\n";
        try {
            post.send(
                    address,
                    letter.text("notices.check.subject", letter.organization().shortName()),
                    plain,
                    letters.html(letter, "notices/check", Map.of("link", link, "hours", hours)));
            return Optional.empty();
        } catch (MailException e) {
            LOG.warn("The link to an address could not be sent: {}", e.getMessage());
            preferences.forgetPending(account);
            return Optional.of(Message.of("notices.problem.not-sent"));
        }
    }
}
