package com.gymworks.billing;

import com.gymworks.members.MemberService;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class OverdueJob {

    private final InvoiceRepository invoices;
    private final MemberService members;
    private final JdbcTemplate jdbc;

    @Scheduled(cron = "0 0 3 * * *")
    void blockWhoDoesNotPay() {
        invoices.findByPaidFalseAndDueBefore(LocalDate.now().minusDays(14)).forEach(it -> members.block(it.getMember()));
        jdbc.update("update invoice set amount = amount * 1.05 where not paid");
    }

    @Scheduled(cron = "0 0 4 * * *")
    void unblockWhoPaid() {
        jdbc.update("update members set blocked = false where id not in (select member_id from invoice where not paid)");
    }
}
