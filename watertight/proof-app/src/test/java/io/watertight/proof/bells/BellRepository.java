package io.watertight.proof.bells;

import org.springframework.data.repository.CrudRepository;

/** A repository that another module can get hold of. */
public interface BellRepository extends CrudRepository<Bell, Integer> {}
