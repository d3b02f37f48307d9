package org.phatthana.notices.mail;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.phatthana.web.Letters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// The way out for e-mail: the SMTP server of `spring.mail`, if the settings name one.
@Component
public class Post {

    private final ObjectProvider<JavaMailSender> sender;
    private final Letters letters;
    private final String from;

    /// @param from the sender's address: that of the settings, else the name that we sign in with at the server
    Post(
            ObjectProvider<JavaMailSender> sender,
            Letters letters,
            @Value("${spring.mail.properties.mail.from:${spring.mail.username:}}") String from) {
        this.sender = sender;
        this.letters = letters;
        this.from = from;
    }

    /// Whether the settings name an SMTP server, a sender, and the address that links need.
    public boolean isConfigured() {
        return sender.getIfAvailable() != null && letters.haveAnAddress() && from.contains("@");
    }

    /// Sends a letter as plain text and HTML.
    ///
    /// @throws MailException if the server does not take it
    public void send(String to, String subject, String plain, String html) throws MailException {
        var out = sender.getObject();
        var message = out.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(subject);
            helper.setText(plain, html);
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        out.send(message);
    }
}
