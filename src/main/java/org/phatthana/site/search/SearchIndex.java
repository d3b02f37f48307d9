package org.phatthana.site.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.phatthana.values.Localized;

/// An index in memory over everything that can be found, made anew when public facts change. Answers are ordered by
/// how well the title is met: whole, by its beginning, by its words, by words with mistakes, by pieces of two
/// letters.
public final class SearchIndex {

    /// Of the pieces of two letters of a query, so many must stand in a title that is found by them alone.
    private static final double PIECES_THAT_MATCH = 0.6;

    private static final int MAX_QUERY_LENGTH = 100;

    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            var tokenizer = new ThaiTokenizer();
            return new TokenStreamComponents(tokenizer, new LowerCaseFilter(new DecimalDigitFilter(tokenizer)));
        }
    };

    private final List<Entry> entries;
    private final IndexSearcher searcher;

    /// Indexes the entries.
    public SearchIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        var directory = new ByteBuffersDirectory();
        try {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(WORDS))) {
                for (var i = 0; i < this.entries.size(); i++) {
                    writer.addDocument(document(this.entries.get(i), i));
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a text finds, best first.
    ///
    /// @param text as typed; only its first hundred characters count
    /// @param limit at most so many
    public List<Entry> find(String text, int limit) {
        var exact = Folding.exact(text.length() > MAX_QUERY_LENGTH ? text.substring(0, MAX_QUERY_LENGTH) : text);
        var tolerant = Folding.tolerant(exact);
        if (tolerant.isEmpty()) {
            return List.of();
        }
        try {
            var hits = searcher.search(query(exact, tolerant), limit);
            var found = new ArrayList<Entry>();
            for (var hit : hits.scoreDocs) {
                var index = searcher.storedFields().document(hit.doc).getField("index");
                found.add(entries.get(index.numericValue().intValue()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(String exact, String tolerant) throws IOException {
        var any = new BooleanQuery.Builder();
        any.add(score(new TermQuery(new Term("code", exact)), 200), Occur.SHOULD);
        any.add(score(new TermQuery(new Term("title", exact)), 100), Occur.SHOULD);
        any.add(score(new TermQuery(new Term("tolerant", tolerant)), 60), Occur.SHOULD);
        any.add(score(new PrefixQuery(new Term("title", exact)), 30), Occur.SHOULD);
        any.add(score(new PrefixQuery(new Term("tolerant", tolerant)), 20), Occur.SHOULD);
        var words = words(exact);
        if (!words.isEmpty()) {
            var all = new BooleanQuery.Builder();
            words.forEach(word -> all.add(new TermQuery(new Term("titleWords", word)), Occur.MUST));
            any.add(new BoostQuery(all.build(), 4), Occur.SHOULD);
            var body = new BooleanQuery.Builder();
            words.forEach(word -> body.add(new TermQuery(new Term("words", word)), Occur.MUST));
            any.add(body.build(), Occur.SHOULD);
            words.stream()
                    .filter(word -> word.length() >= 4)
                    .forEach(word -> any.add(
                            new BoostQuery(
                                    new FuzzyQuery(new Term("titleWords", word), word.length() > 7 ? 2 : 1, 1), 3),
                            Occur.SHOULD));
        }
        var pieces = pieces(tolerant);
        if (pieces.size() > 1) {
            var most = new BooleanQuery.Builder();
            pieces.forEach(
                    piece -> most.add(new ConstantScoreQuery(new TermQuery(new Term("pieces", piece))), Occur.SHOULD));
            most.setMinimumNumberShouldMatch((int) Math.ceil(pieces.size() * PIECES_THAT_MATCH));
            any.add(most.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query score(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Document document(Entry entry, int index) {
        var document = new Document();
        document.add(new StoredField("index", index));
        if (!entry.code().isEmpty()) {
            document.add(new StringField("code", Folding.exact(entry.code()), Field.Store.NO));
        }
        var pieces = new HashSet<String>();
        for (var title : texts(entry.title())) {
            document.add(new StringField("title", cut(Folding.exact(title)), Field.Store.NO));
            document.add(new TextField("titleWords", Folding.exact(title), Field.Store.NO));
            var tolerant = Folding.tolerant(title);
            document.add(new StringField("tolerant", cut(tolerant), Field.Store.NO));
            pieces.addAll(pieces(tolerant));
        }
        pieces.forEach(piece -> document.add(new StringField("pieces", piece, Field.Store.NO)));
        texts(entry.title()).forEach(text -> document.add(new TextField("words", text, Field.Store.NO)));
        texts(entry.detail()).forEach(text -> document.add(new TextField("words", text, Field.Store.NO)));
        document.add(new TextField("words", Folding.exact(entry.body()), Field.Store.NO));
        return document;
    }

    private static Set<String> texts(Localized text) {
        return Set.copyOf(text.texts().values());
    }

    /// Lucene refuses terms of more than 32,766 bytes; no title is searched by its end.
    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static Set<String> pieces(String tolerant) {
        var pieces = new HashSet<String>();
        for (var i = 0; i + 2 <= tolerant.length(); i++) {
            pieces.add(tolerant.substring(i, i + 2));
        }
        return pieces;
    }

    private static List<String> words(String text) throws IOException {
        var words = new ArrayList<String>();
        try (var stream = WORDS.tokenStream("words", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        }
        return words;
    }
}
