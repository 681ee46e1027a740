package com.gymworks.courses;

import com.gymworks.common.BaseEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import lombok.Setter;

@Entity
@Getter
@Setter
public class Course extends BaseEntity {

    private String title;
    private int places;

    @OneToMany(mappedBy = "course", cascade = CascadeType.ALL)
    private List<Booking> bookings = new ArrayList<>();
}
