package io.watertight.proof;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;

@Service
@Validated
class ParcelService {

    Parcel accept(@Valid Parcel parcel) {
        return parcel;
    }

    int count(@Size(max = 3) List<Parcel.@NotNull @Valid Line> lines) {
        return lines.size();
    }
}
