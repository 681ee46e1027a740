package com.gymworks.courses;

import com.gymworks.common.BaseEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A member came to a course; Spring's naming strategy calls the table course_visit. */
@Entity
@Table(name = "courseVisit")
class Visit extends BaseEntity {}
