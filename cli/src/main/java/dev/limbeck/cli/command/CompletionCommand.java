package dev.limbeck.cli.command;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code completion}: what a shell needs to complete our words. */
@Command(
        name = "completion",
        description = "Prints a completion script for a shell.",
        footer = {
            "",
            "Examples:",
            "  source <(limbeck completion bash)      for this shell; in ~/.bashrc for each",
            "  source <(limbeck completion zsh)"
        })
final class CompletionCommand implements CommandBody {
    /** The shells that can be served. */
    enum Shell {
        BASH,
        ZSH;

        /** Returns the word a user types. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Override
    public boolean worksOnProject() {
        return false;
    }

    @Override
    public Outcome run(Session session) {
        // The one script serves both shells: in zsh it turns on zsh's own emulation of bash.
        String script =
                "# For this shell: source <(limbeck completion "
                        + shell
                        + ")\n"
                        + AutoComplete.bash("limbeck", CommandTree.all());
        return Outcome.of(FilesAndMessages.answer(script.lines().toList()));
    }
}
