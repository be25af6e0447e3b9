using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Prints the tables that the model of this version wants: for whoever writes the next migration, and for a database administrator who reads it.</summary>
internal static class SchemaCommand
{
    public static Command Make()
    {
        var kind = new Argument<string>("database") { Description = "Whose SQL." };
        kind.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("schema", """
            Print the SQL of the model, to compare with the migrations. Touches no database.

            For whoever writes the next migration, and for a database administrator who wants to read which tables there are. A house
            is made by the migrations, not by this: `tupa serve` runs those that are missing.
            """) { kind };
        command.SetAction(result => Print(result.GetValue(kind)!));
        return command;
    }

    private static void Print(string kind)
    {
        var settings = new Settings { Database = kind == "sqlite" ? "" : "Host=unused" };
        using var services = Composition.Services(settings).BuildServiceProvider();
        using var scope = services.CreateScope();
        Console.WriteLine(scope.ServiceProvider.GetRequiredService<TupaDb>().Database.GenerateCreateScript());
    }
}
