package com.gymworks.billing;

import com.gymworks.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.Data;
import lombok.EqualsAndHashCode;

@Entity
@Data
@EqualsAndHashCode(callSuper = true)
class Invoice extends BaseEntity {

    @Column(name = "member_id")
    private long member;

    private BigDecimal amount;
    private LocalDate due;
    private boolean paid;
}
