package org.phatthana.registers.intake;

import java.util.Optional;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Registers;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// Reads values with the units of the registers and the places of the province.
@Component
public class Readings {

    private final Registers registers;
    private final Places places;

    Readings(Registers registers, Places places) {
        this.registers = registers;
        this.places = places;
    }

    public ValueReading values() {
        return new ValueReading(registers.units(), this::place);
    }

    WherePlaces where() {
        return new WherePlaces(places);
    }

    Localized title(PlaceCode place) {
        return places.find(place).map(Place::title).orElseGet(() -> Localized.thai(place.code()));
    }

    private Optional<PlaceCode> place(String text) {
        return PlaceCode.parse(text)
                .flatMap(places::find)
                .or(() -> places.exactly(text, PlaceCode.Level.TAMBON))
                .or(() -> places.exactly(text, PlaceCode.Level.AMPHOE))
                .map(Place::code);
    }
}
