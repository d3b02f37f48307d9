package org.phatthana;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    @Test
    void roomsUseOnlyWhatTheirFloorAllows() {
        ApplicationModules.of(Phatthana.class).verify();
    }
}
