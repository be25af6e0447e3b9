using System.CommandLine;
using Tupa.Backup;

namespace Tupa.Server;

/// <summary><c>tupa backup</c> and <c>tupa restore</c>.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var target = new Argument<DirectoryInfo>("folder") { Description = "Where the snapshot's own folder is made." };
        var command = new Command("backup", """
            Copy the database and the blobs, with checksums, while the house is in use. Prints the folder of the snapshot.

            The keys (keys/ in Tupa:Folder) are not in it: keep them elsewhere, for without them second factors cannot be read.
            """) { target };
        command.SetAction((result, stop) => GuardedAsync(async () =>
        {
            var settings = Settings.Read();
            await using var services = Composition.Services(settings).BuildServiceProvider();
            var made = await services.GetRequiredService<SnapshotMaker>().MakeAsync(settings.BackupPlace, result.GetValue(target)!.FullName, stop);
            Console.WriteLine(made.Folder);
            if (made.Missing.Count == 0) return 0;

            await Console.Error.WriteLineAsync(
                $"{made.Missing.Count} files that the database points at are not in the store, the first is {made.Missing[0]}. "
                + "All else is in the snapshot. Look for them in an older one.");
            return 1;
        }));
        return command;
    }

    public static Command Restore()
    {
        var snapshot = new Argument<DirectoryInfo>("snapshot") { Description = "The folder that backup printed." };
        var command = new Command("restore", """
            Check a snapshot and put it back, into an empty folder or database: the one that the settings name.

            Every file is checked against its checksum first; a snapshot that is not whole is refused and nothing is put back.
            Then whoever was erased after the snapshot was made is erased again, by the ledger of erasures (Tupa:Privacy:Ledger, unless set
            the folder of the keys): put the keys and the ledger back first.
            """) { snapshot };
        command.SetAction((result, stop) => GuardedAsync(async () =>
        {
            var settings = Settings.Read();
            var files = await SnapshotRestore.RestoreAsync(result.GetValue(snapshot)!.FullName, settings.BackupPlace, stop);
            Console.WriteLine($"{files} files checked and restored.");

            await using var services = Composition.Services(settings).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop) is > 0 and var again)
                Console.WriteLine($"{again} people who had been erased since then were erased again.");
            return 0;
        }));
        return command;
    }

    private static async Task<int> GuardedAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (BackupException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }
}
