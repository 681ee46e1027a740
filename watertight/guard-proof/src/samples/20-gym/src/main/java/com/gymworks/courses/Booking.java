package com.gymworks.courses;

import com.gymworks.common.BaseEntity;
import com.gymworks.members.Member;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@NoArgsConstructor
@AllArgsConstructor
public class Booking extends BaseEntity {

    @ManyToOne
    private Course course;

    @ManyToOne
    private Member member;
}
