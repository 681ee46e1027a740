package com.gymworks.members;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/members")
@RequiredArgsConstructor
class MemberController {

    private final MemberService service;
    private final MemberRepository members;

    @GetMapping("/{id}")
    MemberDto member(@PathVariable long id) {
        return service.member(id);
    }

    @PostMapping
    Member register(@RequestBody Member member) {
        return members.save(member);
    }
}
