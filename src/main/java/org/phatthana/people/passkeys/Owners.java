package org.phatthana.people.passkeys;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// The owners of passkeys are the accounts themselves: the handle that an authenticator keeps is the account's id,
/// which says nothing of the person.
@Component
class Owners implements PublicKeyCredentialUserEntityRepository {

    private static final int HANDLE_BYTES = 16;

    private final Accounts accounts;

    Owners(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(HANDLE_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return id.getBytes().length == HANDLE_BYTES
                ? accounts.find(account(id)).map(Owners::owner).orElse(null)
                : null;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String userName) {
        return accounts.find(userName).map(Owners::owner).orElse(null);
    }

    /// Nothing: the account is there already.
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {}

    /// Nothing: accounts are not deleted.
    @Override
    public void delete(Bytes id) {}

    private static PublicKeyCredentialUserEntity owner(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.userName())
                .displayName(account.displayName())
                .build();
    }
}
