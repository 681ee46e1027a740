package com.gymworks.courses;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CourseRepository extends JpaRepository<Course, Long> {

    Page<Course> findByTitleContaining(String part, Pageable page);

    @Query("select c from Course c left join fetch c.bookings b where size(c.bookings) < c.places order by c.title")
    List<Course> withFreePlaces();

    @Query(value = "select m.email from booking b join members m on m.id = b.member_id where b.course_id = ?1", nativeQuery = true)
    List<String> emailsOf(long course);
}
