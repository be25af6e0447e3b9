using System.CommandLine;

namespace Tupa.Server;

/// <summary><c>tupa config</c>: what the house would stand on if it were started now.</summary>
internal static class ConfigCommand
{
    public static Command Make()
    {
        var command = new Command("config", """
            Print the settings in force, one a line; secrets are masked, and what nobody has set is marked.

            Settings come from appsettings.json beside the program, then appsettings.json in the working directory, then the environment,
            where Tupa:Blobs:Scanner is written Tupa__Blobs__Scanner. A setting that nobody knows and a value that cannot be stop every
            command with a sentence that says how to mend it; so this command is also the check of a new configuration.
            """);
        command.SetAction(_ => Print(Settings.Read()));
        return command;
    }

    private static void Print(Settings settings)
    {
        foreach (var line in Lines(settings)) Console.WriteLine(line);
    }

    internal static IEnumerable<string> Lines(Settings settings) =>
        from known in KnownSettings.All
        let set = settings.Source[known.Key]
        select $"{known.Key} = {known.Shown(set)}{(set is null ? "   (not set)" : "")}";
}
