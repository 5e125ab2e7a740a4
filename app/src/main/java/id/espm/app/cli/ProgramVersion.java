package id.espm.app.cli;

import id.espm.app.text.Release;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Release.line()};
    }
}
