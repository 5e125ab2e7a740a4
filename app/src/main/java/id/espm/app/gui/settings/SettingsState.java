package id.espm.app.gui.settings;

import id.espm.app.gui.look.Failure;

/** What is to be said about the settings as a whole. */
public sealed interface SettingsState {

    /** Nothing: they are as they stand on the disk, or are being changed. */
    record Quiet() implements SettingsState {}

    /** They were written; undo brings back what was before. */
    record Saved() implements SettingsState {}

    /** What was before is back. */
    record Restored() implements SettingsState {}

    /** The profile cannot be read, and is not written over. */
    record Unreadable(Failure failure) implements SettingsState {}

    /** Something did not come about; what is typed stays. */
    record Failed(Failure failure) implements SettingsState {}

    /** Signing or sending goes on, which works by the settings as they were. */
    record Busy() implements SettingsState {}

    /** eSPM is being asked. */
    record Asking() implements SettingsState {}

    /** eSPM answered; the fields hold what it said. */
    record Fetched() implements SettingsState {}

    /** eSPM knows no position of this user that signs. */
    record NoAppointment() implements SettingsState {}
}
