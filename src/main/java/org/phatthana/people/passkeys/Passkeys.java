package org.phatthana.people.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.phatthana.packs.Pack;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Acts;
import org.phatthana.web.Pages;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys: keys that a phone, computer or security key keeps, that only open at the address they were made for,
/// and that their owner unlocks by finger, face or PIN. One is enough to sign in, so that the unlocking is always
/// asked for.
///
/// The address they belong to is the one in the settings, else the one under which the program was reached.
/// Browsers compare it themselves, so that a wrong `Host` gains nothing.
@Component
public class Passkeys {

    public static final int MAX_LABEL = 60;
    public static final int MAX_PER_ACCOUNT = 10;

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION =
            new TypeReference<>() {};

    private final Owners owners;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Pack pack;
    private final Pages pages;
    private final Acts acts;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(Owners owners, Credentials credentials, Accounts accounts, Pack pack, Pages pages, Acts acts) {
        this.owners = owners;
        this.credentials = credentials;
        this.accounts = accounts;
        this.pack = pack;
        this.pages = pages;
        this.acts = acts;
    }

    public List<Passkey> of(Account account) {
        return credentials.findByUserId(Owners.handle(account.id())).stream()
                .map(record -> new Passkey(
                        record.getCredentialId().toBase64UrlString(),
                        Objects.requireNonNull(record.getLabel()),
                        record.getCreated(),
                        record.getLastUsed()))
                .toList();
    }

    /// What a browser needs to make a passkey; it holds a challenge that only this answer may bring back.
    public PublicKeyCredentialCreationOptions creationOptions(Account account, HttpServletRequest request) {
        var owner = UsernamePasswordAuthenticationToken.authenticated(account.userName(), null, List.of());
        return operations(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    /// Keeps a passkey that a browser has made.
    ///
    /// @param options those that it was made for
    /// @param credential the browser's answer as JSON
    /// @throws RuntimeException if the answer is not to these options
    @Transactional
    public void register(
            Account account,
            PublicKeyCredentialCreationOptions options,
            String credential,
            String label,
            HttpServletRequest request) {
        operations(request)
                .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                        options, new RelyingPartyPublicKey(json.readValue(credential, ATTESTATION), label)));
        acts.append("passkey.added", "/account", account.id(), Map.of());
    }

    /// Forgets a passkey of an account.
    ///
    /// @return whether it is gone; not if nothing else opens the account
    @Transactional
    public boolean remove(Account account, String id) {
        accounts.lock(account.id());
        var own = of(account).stream().anyMatch(passkey -> passkey.id().equals(id));
        if (own && !accounts.hasAnotherWayIn(account.id())) {
            return false;
        }
        if (own) {
            credentials.delete(Bytes.fromBase64(id));
            acts.append("passkey.removed", "/account", account.id(), Map.of());
        }
        return true;
    }

    /// What a browser needs to sign in with a passkey, whosever it is.
    public PublicKeyCredentialRequestOptions requestOptions(HttpServletRequest request) {
        return operations(request)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// Whose passkey has answered.
    ///
    /// @param options those that it answers
    /// @return empty if it is none of ours or the answer is wrong
    @Transactional
    public Optional<UUID> verify(
            PublicKeyCredentialRequestOptions options, String credential, HttpServletRequest request) {
        try {
            var owner = operations(request)
                    .authenticate(
                            new RelyingPartyAuthenticationRequest(options, json.readValue(credential, ASSERTION)));
            return Optional.of(Owners.account(owner.getId()));
        } catch (RuntimeException _) {
            // Spring Security answers a wrong signature, an unknown key and broken JSON with exceptions of many
            // libraries.
            return Optional.empty();
        }
    }

    /// Options as a browser reads them.
    public String toJson(Object options) {
        return json.writeValueAsString(options);
    }

    private WebAuthnRelyingPartyOperations operations(HttpServletRequest request) {
        var origin = URI.create(pages.of(request).absolute(""));
        var organization = pack.organization();
        var party = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name(organization.shortName().in(organization.mainLanguage()))
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(owners, credentials, party, Set.of(origin.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
