package com.gymworks.billing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface InvoiceRepository extends JpaRepository<Invoice, Long> {

    List<Invoice> findByPaidFalseAndDueBefore(LocalDate day);

    @Modifying
    @Query("update Invoice i set i.paid = true where i.member = :member")
    int settle(long member);
}
