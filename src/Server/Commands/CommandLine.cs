using System.CommandLine;

namespace Tupa.Server;

/// <summary>The command line: <c>tupa serve | demo | backup | restore | …</c>. Each command says in its help what it does and what it needs.</summary>
public static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tupa: a municipality's digital working environment.")
        {
            ServeCommand.Make(),
            DemoCommand.Make(),
            OperatorCommand.Make(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            SchemaCommand.Make(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
