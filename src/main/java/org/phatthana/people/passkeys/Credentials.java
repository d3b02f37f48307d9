package org.phatthana.people.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// The passkeys in the database. Spring's own repository knows no schema and a table of users beside ours.
@Component
class Credentials implements UserCredentialRepository {

    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from people.passkey where credential_id = :id")
                .param("id", credentialId.getBytes())
                .update();
    }

    /// Keeps a new passkey, or what its use has changed. It never passes to another account.
    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
            insert into people.passkey (credential_id, account, label, public_key, signature_count, uv_initialized,
                backup_eligible, backup_state, transports, attestation_object, attestation_client, created_at, last_used_at)
            values (:id, :account, :label, :publicKey, :count, :verified, :eligible, :backedUp, :transports, :attestation,
                :client, :created, :used)
            on conflict (credential_id) do update
               set signature_count = excluded.signature_count, uv_initialized = excluded.uv_initialized,
                   backup_state = excluded.backup_state, last_used_at = excluded.last_used_at
            """)
                .param("id", record.getCredentialId().getBytes())
                .param("account", Owners.account(record.getUserEntityUserId()))
                .param("label", record.getLabel())
                .param("publicKey", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param("eligible", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("attestation", bytes(record.getAttestationObject()))
                .param("client", bytes(record.getAttestationClientDataJSON()))
                .param("created", Timestamp.from(record.getCreated()))
                .param("used", Timestamp.from(record.getLastUsed()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from people.passkey where credential_id = :id")
                .param("id", credentialId.getBytes())
                .query(Credentials::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql("select * from people.passkey where account = :account order by created_at")
                .param("account", Owners.account(userId))
                .query(Credentials::credential)
                .list();
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        var transports = Arrays.stream(row.getString("transports").split(","))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(Owners.handle(row.getObject("account", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(transports)
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client")))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }
}
