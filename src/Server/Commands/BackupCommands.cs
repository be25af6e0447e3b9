using System.CommandLine;
using System.Data.Common;
using Tupa.Audit;
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

            Run it as the user of the house and with its settings: tupa backup /srv/backup. On PostgreSQL it needs pg_dump, of the
            server's version or newer. The keys (keys/ in Tupa:Folder) are not in it: keep them elsewhere, for without them second
            factors cannot be read. Ends with 1 where bytes that the database points at are lost; all else is then in the snapshot.
            """) { target };
        command.SetAction(async (result, stop) =>
        {
            var settings = Settings.Read();
            await using var services = Composition.Services(settings).BuildServiceProvider();
            var made = await services.GetRequiredService<SnapshotMaker>().MakeAsync(settings.BackupPlace, result.GetValue(target)!.FullName, stop);
            Console.WriteLine(made.Folder);
            await NoteAsync(services, made, stop);
            if (made.Missing.Count == 0) return 0;

            await Console.Error.WriteLineAsync(
                $"{made.Missing.Count} files that the database points at are not in the store, the first is {made.Missing[0]}. "
                + "All else is in the snapshot. Look for them in an older one.");
            return 1;
        });
        return command;
    }

    /// <summary>So that the statement can say when the last backup was. A snapshot is whole whether or not the house can be told.</summary>
    private static async Task NoteAsync(IServiceProvider services, Snapshot made, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<SnapshotNotes>().AddAsync(made, stop);
        }
        catch (DbException failure)
        {
            await Console.Error.WriteLineAsync($"The snapshot is whole, but the house could not be told of it ({failure.GetType().Name}): its statement will say that the last backup is older.");
        }
    }

    public static Command Restore()
    {
        var snapshot = new Argument<DirectoryInfo>("snapshot") { Description = "The folder that backup printed." };
        var command = new Command("restore", """
            Check a snapshot and put it back, into an empty folder or database: the one that the settings name.

            Every file is checked against its checksum first; a snapshot that is not whole is refused and nothing is put back. Stop the
            house and move tupa.db, tupa.db-wal, tupa.db-shm and blobs/ away before, or make a new empty database and name it in
            Tupa:Database. A snapshot goes back to the kind of database it came from.

            Put the keys and the ledger of erasures back too (keys/, and Tupa:Privacy:Ledger where it is set), before it or before the first
            start: with them, whoever was erased after the snapshot was made is erased again before anybody comes in.
            """) { snapshot };
        command.SetAction(async (result, stop) =>
        {
            var settings = Settings.Read();
            var files = await SnapshotRestore.RestoreAsync(result.GetValue(snapshot)!.FullName, settings.BackupPlace, stop);
            Console.WriteLine($"{files} files checked and restored.");
            if (!File.Exists(settings.KeyFile))
            {
                Console.WriteLine($"The keys are not in a snapshot: put {settings.KeyFile} and the ledger of erasures back before the first start, which erases again whoever was erased since then. A house that starts without them makes a new key, with which no second factor works.");
                return 0;
            }

            await using var services = Composition.Services(settings).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop) is > 0 and var again)
                Console.WriteLine($"{again} people who had been erased since then were erased again.");
            await GoOnAsync(scope.ServiceProvider.GetRequiredService<AuditChain>(), stop);
            return 0;
        });
        return command;
    }

    /// <summary>The file of heads knows of seals that the database, put back, does not have.</summary>
    private static async Task GoOnAsync(AuditChain chain, CancellationToken stop)
    {
        if (await chain.AgreesAsync(stop)) return;
        Console.WriteLine($"Noted in the file of heads: the chain of the audit log goes on from seal {await chain.AcceptAsync(stop)}.");
    }
}
