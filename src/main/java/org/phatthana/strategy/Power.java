package org.phatthana.strategy;

import org.phatthana.values.Localized;

/// One head of the powers and duties that the law gives the organization.
///
/// @param number its number in the section
/// @param law the law's short name
/// @param section the section, for example `17`
/// @param toVerify whether an official has still to check the wording against the law
public record Power(int number, Localized name, Localized law, String section, boolean toVerify) {}
