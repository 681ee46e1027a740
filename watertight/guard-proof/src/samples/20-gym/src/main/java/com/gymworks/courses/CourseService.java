package com.gymworks.courses;

import com.gymworks.common.NotFoundException;
import com.gymworks.members.Member;
import com.gymworks.members.MemberRepository;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
@Transactional
class CourseService {

    private final CourseRepository courses;
    private final MemberRepository members;

    void book(long course, long member) {
        Course found = courses.findById(course).orElseThrow(() -> new NotFoundException("course", course));
        Member who = members.findById(member).orElseThrow(() -> new NotFoundException("member", member));
        found.getBookings().add(new Booking(found, who));
    }

    List<String> titles() {
        return courses.withFreePlaces().stream().map(Course::getTitle).toList();
    }
}
