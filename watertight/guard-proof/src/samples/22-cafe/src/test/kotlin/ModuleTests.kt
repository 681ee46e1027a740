package org.cafe

import io.watertight.guard.Guard
import org.junit.jupiter.api.TestFactory

class ModuleTests {

    @TestFactory
    fun guard() = Guard.of(CafeApplication::class.java).tests()
}
