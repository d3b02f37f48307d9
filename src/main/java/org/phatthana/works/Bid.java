package org.phatthana.works;

import org.phatthana.values.Money;

/// What somebody offered to do the works for.
///
/// @param bidder the firm or person, by the name that the law has published
public record Bid(String bidder, Money price) {}
