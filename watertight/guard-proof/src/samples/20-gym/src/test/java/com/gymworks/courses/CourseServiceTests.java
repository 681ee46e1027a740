package com.gymworks.courses;

import com.gymworks.members.Member;
import com.gymworks.members.MemberRepository;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.junit.jupiter.api.Disabled;

@SpringBootTest
@Disabled("needs a database")
class CourseServiceTests {

    @Autowired
    MemberRepository members;

    @Autowired
    CourseService courses;

    @Test
    void booksAPlace() {
        Member member = members.save(new Member());
        courses.book(1, member.getId());
    }
}
