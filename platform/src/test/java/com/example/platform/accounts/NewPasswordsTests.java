package com.example.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.platform.accounts.AccountsProperties.Account;
import com.example.platform.testapp.PlatformTest;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class NewPasswordsTests {

    private final GeneratedPasswords passwords = new GeneratedPasswords();
    private final PasswordNotice notice = new PasswordNotice(null);
    private final JdbcClient application;
    private final PlatformTransactionManager transactions;
    private final ObjectProvider<Flyway> migrator;

    NewPasswordsTests(
            @Autowired JdbcClient application,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ObjectProvider<Flyway> migrator) {
        this.application = application;
        this.transactions = transactions;
        this.migrator = migrator;
    }

    @Test
    void areMadeUpAtAStartThatAsksForThem(CapturedOutput output) {
        start(false);
        String first = toldLast(output);

        LocalAccounts later = start(false);
        assertThat(toldLast(output)).isEqualTo(first);
        assertThat(isAccepted(first, later)).isTrue();

        LocalAccounts asked = start(true);
        assertThat(toldLast(output)).isNotEqualTo(first);
        assertThat(isAccepted(toldLast(output), asked)).isTrue();
        assertThat(isAccepted(first, asked)).isFalse();
    }

    @Test
    void areToldWhenTheStartIsOver(CapturedOutput output) {
        accounts(true);
        assertThat(output).doesNotContain("Their passwords");

        notice.tellInTheLog();
        assertThat(output).containsOnlyOnce("Their passwords");
        notice.destroy();
        assertThat(output).containsOnlyOnce("Their passwords");
    }

    @Test
    void areToldWhereTheStartFails(CapturedOutput output) {
        accounts(true);
        notice.destroy();

        assertThat(output).containsOnlyOnce("Their passwords");
    }

    private LocalAccounts start(boolean newPasswords) {
        LocalAccounts accounts = accounts(newPasswords);
        notice.tellInTheLog();
        return accounts;
    }

    private LocalAccounts accounts(boolean newPasswords) {
        AccountsProperties properties =
                new AccountsProperties(true, newPasswords, null, List.of(new Account("porter", Set.of("clerk"), null)));
        return new AccountsAutoConfiguration()
                .localAccounts(properties, passwords, application, transactions, notice, migrator);
    }

    private boolean isAccepted(String password, LocalAccounts accounts) {
        return passwords.matches(password, accounts.loadUserByUsername("porter").getPassword());
    }

    private static String toldLast(CapturedOutput output) {
        Matcher lines = Pattern.compile("porter +(\\w{26})").matcher(output);
        String last = "";
        while (lines.find()) {
            last = lines.group(1);
        }
        return last;
    }
}
