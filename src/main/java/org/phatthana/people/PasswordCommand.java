package org.phatthana.people;

import org.phatthana.commands.Command;
import org.phatthana.people.accounts.Office;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;

/// `password USERNAME`: the way back for an office whose only administrator has lost the password. Whoever may run
/// commands on the server may read its database too, so that nothing more is asked.
@CommandLine.Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = {
            "Gives an account a new initial password, ends its sessions, and prints the password once.",
            "Its owner chooses another one at the next sign-in. Works beside a running server too."
        })
public final class PasswordCommand implements Command {

    @CommandLine.Parameters(paramLabel = "USERNAME", description = "whose account it is, as typed at the sign-in")
    private String userName = "";

    @CommandLine.Option(names = "--enable", description = "enables the account too, if it is disabled")
    private boolean enable;

    @Override
    public int run(BeanFactory rooms) {
        var texts = rooms.getBean(Texts.class);
        return switch (rooms.getBean(Office.class).recover(userName, enable)) {
            case Office.Outcome.DoneWithPassword(var _, var password) -> {
                say(texts, Message.of("people.command.password", userName, Office.INITIAL_PASSWORD.toDays()));
                System.out.println(password);
                yield DONE;
            }
            case Office.Outcome.Refused(var problems) -> {
                problems.values().forEach(messages -> messages.forEach(message -> say(texts, message)));
                yield REFUSED;
            }
            case Office.Outcome.Done _ -> throw new IllegalStateException("A recovered account has a new password");
        };
    }

    /// In every language, since nobody knows which one is read at this console.
    private static void say(Texts texts, Message message) {
        texts.languages().forEach(language -> System.err.println(texts.text(language, message)));
    }
}
