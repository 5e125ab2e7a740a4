package id.espm.app.gui.look;

import java.util.Locale;
import java.util.function.Supplier;

/** What somebody chose; as the system does it unless they did. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    /** @param system asked only where the system decides */
    public Theme theme(Supplier<Theme> system) {
        return switch (this) {
            case SYSTEM -> system.get();
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case HIGH_CONTRAST -> Theme.HIGH_CONTRAST;
        };
    }

    /** A choice by its name, such as it was written down; what is no name is no choice. */
    public static ThemeChoice of(String name) {
        for (ThemeChoice each : values()) {
            if (each.name().equals(name.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        return SYSTEM;
    }
}
