package com.gymworks.members;

import com.gymworks.common.NotFoundException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
@Slf4j
@Transactional
public class MemberService {

    private final MemberRepository members;

    @Transactional(readOnly = true)
    public MemberDto member(long id) {
        Member found = get(id);
        return MemberDto.builder().id(found.getId()).name(found.getName()).address(found.getAddress()).build();
    }

    /** For those who need all of it. */
    public Member get(long id) {
        return members.findById(id).orElseThrow(() -> new NotFoundException("member", id));
    }

    public void block(long id) {
        log.info("Blocking {}", id);
        get(id).setBlocked(true);
    }
}
