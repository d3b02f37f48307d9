package org.phatthana.plan.forms;

import org.phatthana.documents.Body;
import org.phatthana.documents.Form;

/// A form with what stands in it, ready to be written.
public record Described(Form form, Body body) {}
