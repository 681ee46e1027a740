package com.gymworks.courses;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class CourseController {

    private final CourseService courses;

    @GetMapping("/courses")
    List<String> titles() {
        return courses.titles();
    }

    @PostMapping("/courses/{course}/bookings/{member}")
    void book(@PathVariable long course, @PathVariable long member) {
        courses.book(course, member);
    }
}
