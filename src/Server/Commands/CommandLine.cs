using System.CommandLine;

namespace Tupa.Server;

/// <summary>The command line: <c>tupa serve | demo | backup | restore | …</c>. Each command says in its help what it does and what it needs.</summary>
public static class CommandLine
{
    /// <summary>After Ctrl+C, for a command to end what it is at; <c>serve</c> takes less (<see cref="HouseHost.LongestStop"/>).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>0 where it was done, 2 where it was refused with a sentence, 1 where something broke.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("""
            Tupa: a municipality's digital working environment.

            A new house: `tupa config` shows what it would stand on, `tupa serve` opens it, `tupa operator add` lets the first person in.
            Every command reads the same settings: appsettings.json, then the environment (Tupa__Folder=/var/lib/tupa).
            """)
        {
            ServeCommand.Make(),
            DemoCommand.Make(),
            OperatorCommand.Make(),
            ImportCommand.Make(),
            ConfigCommand.Make(),
            EraseCommand.Make(),
            AuditCommand.Make(),
            ClaimsCommand.Make(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            SchemaCommand.Make(),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (Exception failure) when (Trouble.Of(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }
    }
}
