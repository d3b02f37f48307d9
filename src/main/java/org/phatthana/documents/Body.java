package org.phatthana.documents;

import java.util.function.Consumer;

/// The items of a form, told one after the other and never held all at once: `items::forEach`, or a query's rows as
/// they come. Each writing of a form calls it once.
@FunctionalInterface
public interface Body {

    void tell(Consumer<Item> out);
}
