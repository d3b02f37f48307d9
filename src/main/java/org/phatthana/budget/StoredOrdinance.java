package org.phatthana.budget;

import java.time.Instant;

/// An ordinance as it was stored, never to be changed: a correction is a new version beside it.
///
/// @param version from 1 for each organization and year; the highest one holds
/// @param capacity in which role it was handed in, `pack` for what the program brought along
public record StoredOrdinance(long id, int version, Instant at, String capacity, Ordinance ordinance) {}
