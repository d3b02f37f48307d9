package org.phatthana.documents;

import java.time.LocalDate;
import org.phatthana.web.Texts;

/// The words that the kit itself adds to a form, in the form's language.
record Words(Texts texts, Form form, LocalDate today) {

    /// What stands at the left of each page's foot.
    String foot() {
        var foot = new StringBuilder(form.organization());
        for (var part : new String[] {say("documents.written", today), form.state()}) {
            if (!part.isEmpty()) {
                foot.append(foot.isEmpty() ? "" : " · ").append(part);
            }
        }
        return foot.toString();
    }

    String page(String number, String total) {
        return say("documents.page", number, total);
    }

    String sample() {
        return say("documents.sample");
    }

    String signature() {
        return say("documents.signature");
    }

    /// The signer's name in brackets, or dots to write it on.
    String inBrackets(Signer signer) {
        return "(" + (signer.name().isEmpty() ? say("documents.unnamed") : signer.name()) + ")";
    }

    String signedOn() {
        return say("documents.signed-on");
    }

    String takenAway(String text) {
        return say("documents.taken-away", text);
    }

    Figures figures() {
        return new Figures(texts.numbers(form.language()));
    }

    private String say(String key, Object... arguments) {
        return texts.text(form.language(), key, arguments);
    }
}
