package com.gymworks.billing;

import com.gymworks.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.SecondaryTable;
import lombok.Data;
import lombok.EqualsAndHashCode;

/** Who owes money, together with what members know of them. */
@Entity
@SecondaryTable(name = "members")
@Data
@EqualsAndHashCode(callSuper = true)
class Debtor extends BaseEntity {

    private long invoices;

    @Column(table = "members")
    private boolean blocked;
}
