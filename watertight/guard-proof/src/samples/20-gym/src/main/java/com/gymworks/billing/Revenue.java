package com.gymworks.billing;

import jakarta.persistence.EntityManager;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What each course brought in. */
@Component
@RequiredArgsConstructor
class Revenue {

    private final EntityManager entities;

    List<?> byCourse() {
        return entities.createNativeQuery("""
            select c.title, sum(i.amount)
              from course c join booking b on b.course_id = c.id join invoice i on i.member_id = b.member_id
             group by c.title
            """).getResultList();
    }

    Object visits() {
        return entities.createNativeQuery("select count(*) from course_visit").getSingleResult();
    }
}
