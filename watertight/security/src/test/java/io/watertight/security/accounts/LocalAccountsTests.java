package io.watertight.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.watertight.security.accounts.AccountsProperties.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class LocalAccountsTests {

    @TempDir
    Path folder;

    @Test
    void haveAPasswordOfTheSameLengthWhateverItBeginsWith() {
        SecureRandom zeros = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 0);
            }
        };
        assertThat(LocalAccounts.newPassword(zeros)).hasSize(26);
        assertThat(LocalAccounts.newPassword(new SecureRandom())).matches("[0-9a-v]{26}");
    }

    @Test
    void areNotCommittedIfNobodyCanBeToldTheirPasswords() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
        when(jdbc.sql(anyString())
                        .param(anyString(), any())
                        .param(anyString(), any())
                        .update())
                .thenReturn(1);
        AtomicBoolean committed = new AtomicBoolean();
        TransactionOperations transactions = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                T result = action.doInTransaction(mock(TransactionStatus.class));
                committed.set(true);
                return result;
            }
        };
        AccountsProperties properties =
                new AccountsProperties(true, false, null, List.of(new Account("porter", Set.of("clerk"), Map.of())));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new LocalAccounts(
                        properties,
                        new BCryptPasswordEncoder(4),
                        jdbc,
                        transactions,
                        new PasswordNotice(notAFolder.resolve("passwords.txt"))));
        assertThat(committed).isFalse();
    }
}
