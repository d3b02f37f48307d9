package org.phatthana.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.Chapter;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;

/// A chapter of a project's story for programs.
///
/// @param amount baht with two decimals; null where the chapter is not about money
record ChapterItem(
        LocalDate day,
        String phase,
        Map<String, String> title,
        Map<String, String> text,
        @Nullable String amount,
        boolean sample,
        String href) {

    static List<ChapterItem> of(List<Chapter> chapters, Texts texts) {
        return chapters.stream().map(chapter -> of(chapter, texts)).toList();
    }

    private static ChapterItem of(Chapter chapter, Texts texts) {
        return new ChapterItem(
                chapter.day(),
                chapter.phase().code(),
                texts.everywhere(chapter.title()).sorted(),
                chapter.text().map(texts::everywhere).map(Localized::sorted).orElse(Map.of()),
                chapter.amount().map(Money::toPlainString).orElse(null),
                chapter.sample(),
                chapter.address());
    }
}
