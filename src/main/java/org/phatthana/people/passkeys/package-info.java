/// Signing in with a passkey (WebAuthn) instead of a password.
@NullMarked
package org.phatthana.people.passkeys;

import org.jspecify.annotations.NullMarked;
