package org.phatthana.exchange;

import java.util.List;
import org.phatthana.values.Message;

/// What a page says of one kind of file, and what it asks for beside the file.
///
/// @param role who hands such files in besides administrators, as the table of routes writes it
/// @param home the address of the page where one reads what such files say
/// @param form the address of the page where they are handed in
/// @param words what the keys of its texts begin with, dot included: `title`, `lead`, `expects`, and those of
///   options
///   (`option.`, `hint.`), templates (`template.`), counts (`count.`), sums (`sum.`) and fields (`field.`)
/// @param endings of the names of such files, for example `.json`
/// @param options what can be stated beside the file
/// @param templates files to begin with
/// @param columns the columns of the table that such files hold, where they are known by the words over them
/// @param about what stands in its title and lead as their arguments
public record ImportGuide(
        String role,
        String home,
        String form,
        String words,
        List<String> endings,
        List<Option> options,
        List<Template> templates,
        TableColumns columns,
        List<Object> about) {

    /// An option of [ImportFile#options()].
    ///
    /// @param yesOrNo whether it is `true` or not stated, rather than a text
    /// @param needed whether nothing is taken without it
    public record Option(String name, boolean yesOrNo, boolean needed) {

        public Option(String name, boolean yesOrNo) {
            this(name, yesOrNo, false);
        }

        /// A text without which nothing is taken.
        public static Option needed(String name) {
            return new Option(name, false, true);
        }
    }

    /// A file to begin with.
    ///
    /// @param name among the texts
    /// @param address without a language
    public record Template(String name, String address) {}

    /// Files that are no table whose columns are known by their headings.
    public ImportGuide(
            String role,
            String home,
            String form,
            String words,
            List<String> endings,
            List<Option> options,
            List<Template> templates) {
        this(role, home, form, words, endings, options, templates, TableColumns.NONE, List.of());
    }

    /// Files of one kind for all.
    public ImportGuide(
            String role,
            String home,
            String form,
            String words,
            List<String> endings,
            List<Option> options,
            List<Template> templates,
            TableColumns columns) {
        this(role, home, form, words, endings, options, templates, columns, List.of());
    }

    public ImportGuide {
        endings = List.copyOf(endings);
        options = List.copyOf(options);
        templates = List.copyOf(templates);
        about = List.copyOf(about);
    }

    public Message title() {
        return Message.of(words + "title", about.toArray());
    }

    public Message lead() {
        return Message.of(words + "lead", about.toArray());
    }
}
