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
            "  source <(limbeck completion zsh)",
            "  limbeck completion zsh > ~/.zfunc/_limbeck   for each, with ~/.zfunc in $fpath"
        })
public final class CompletionCommand implements CommandBody {
    /** The shells that can be served. */
    enum Shell {
        BASH {
            @Override
            String script() {
                return "# For this shell: source <(limbeck completion bash)\n"
                        + AutoComplete.bash("limbeck", CommandTree.all());
            }
        },
        ZSH {
            @Override
            String script() {
                return ZshCompletion.of(CommandTree.all());
            }
        };

        abstract String script();

        /** Returns the word a user types. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the script for a shell of that name. */
    public static String script(String shell) {
        return Shell.valueOf(shell.toUpperCase(Locale.ROOT)).script();
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Override
    public boolean worksOnProject() {
        return false;
    }

    @Override
    public Outcome run(Session session) {
        return Outcome.of(FilesAndMessages.answer(shell.script().lines().toList()));
    }
}
