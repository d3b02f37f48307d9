package org.phatthana.documents;

import java.util.List;
import org.phatthana.values.Language;

/// A printed form without its body: what it is called, how its table looks, who signs it.
///
/// All texts are in the form's one language.
///
/// @param name a file name without ending, which may be in Thai
/// @param language of its texts, and of what the kit adds: page numbers, the signature's dots, the mark of a sample
/// @param paper what it is printed on
/// @param mark what stands at the right of the top: `แบบ ผ.02`; empty for none
/// @param titles lines in the middle of the top
/// @param columns the table's heading
/// @param organization whose form it is, for the foot of each page
/// @param state which state of the public log it shows, for the foot of each page; empty for none
/// @param notes lines below the table: source, unit
/// @param signers who signs, side by side; none for a form without signatures
/// @param sample whether it shows sample data; then each page says so
public record Form(
        String name,
        Language language,
        Paper paper,
        String mark,
        List<String> titles,
        List<Column> columns,
        String organization,
        String state,
        List<String> notes,
        List<Signer> signers,
        boolean sample) {

    private static final int MOST_SIGNERS = 3;
    private static final int MOST_COLUMNS = 60;

    public Form {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        signers = List.copyOf(signers);
        if (titles.isEmpty()) {
            throw new IllegalArgumentException("The form «%s» has no title".formatted(name));
        }
        if (signers.size() > MOST_SIGNERS) {
            throw new IllegalArgumentException(
                    "%d sign «%s», at most %d can side by side".formatted(signers.size(), name, MOST_SIGNERS));
        }
        var leaves = columns.stream().flatMap(Column::leaves).count();
        if (leaves < 1 || leaves > MOST_COLUMNS) {
            throw new IllegalArgumentException("The form «%s» has %d columns".formatted(name, leaves));
        }
    }

    /// A form with nothing but its titles and its table.
    public static Form of(String name, Language language, Paper paper, List<String> titles, List<Column> columns) {
        return new Form(name, language, paper, "", titles, columns, "", "", List.of(), List.of(), false);
    }

    /// The same form with the mark at the right of its top: `แบบ ผ.02`.
    public Form marked(String text) {
        return new Form(name, language, paper, text, titles, columns, organization, state, notes, signers, sample);
    }

    /// The same form with what stands at the foot of each page.
    public Form footed(String whose, String publicState) {
        return new Form(name, language, paper, mark, titles, columns, whose, publicState, notes, signers, sample);
    }

    /// The same form with lines below its table.
    public Form noted(List<String> lines) {
        return new Form(name, language, paper, mark, titles, columns, organization, state, lines, signers, sample);
    }

    /// The same form with those who sign it.
    public Form signedBy(Signer... who) {
        return new Form(name, language, paper, mark, titles, columns, organization, state, notes, List.of(who), sample);
    }

    /// The same form, saying on each page whether it shows sample data.
    public Form sample(boolean isSample) {
        return new Form(name, language, paper, mark, titles, columns, organization, state, notes, signers, isSample);
    }

    /// The columns with cells, in order.
    public List<Column.Leaf> leaves() {
        return columns.stream().flatMap(Column::leaves).toList();
    }

    /// How many lines the table's heading has.
    public int headingDepth() {
        return columns.stream().mapToInt(Column::depth).max().orElseThrow();
    }
}
