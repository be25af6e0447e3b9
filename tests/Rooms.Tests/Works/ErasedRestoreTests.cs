using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Whoever has been erased does not come back with a backup.</summary>
public sealed class ErasedRestoreTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Erased_since_the_backup_is_erased_before_the_doors_open(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (gone, stays) = (await house.Town.StaffAsync("Aino Mäki"), await house.Town.StaffAsync("Eero Lahti"));
        await using var backups = new SpareFolder();

        // In the backup neither has left: only the ledger knows.
        var snapshot = await BackupAsync(house, backups);
        await house.EndedLongAgoAsync(gone);
        Assert.Equal(1, (await house.NightAsync()).Changed);

        await using var spare = await SparePlace.NewAsync(database, house.Clock.Ahead);
        CopyKeys(house, spare.Place);
        var (code, said, complained) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot]);
        Assert.True(code == 0, complained);
        Assert.Contains("1 people who had been erased since then were erased again", said, StringComparison.Ordinal);
        Assert.False(await IsThereAsync(spare.Place, gone));
        Assert.True(await IsThereAsync(spare.Place, stays));

        // It has kept up: the next start finds nothing to do.
        await using var served = await TupaProcess.ServeAsync(spare.Place);
        Assert.True(await IsThereAsync(spare.Place, stays));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_database_put_back_by_other_means_is_noticed_at_its_first_start(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (gone, before) = (await house.Town.StaffAsync("Aino Mäki"), await house.Town.StaffAsync("Eero Lahti"));
        await house.EndedLongAgoAsync(before);
        await house.NightAsync();
        await using var backups = new SpareFolder();
        var snapshot = await BackupAsync(house, backups);
        await house.EndedLongAgoAsync(gone);
        await house.NightAsync();

        // Put back without the ledger: the doors stay shut, for it is known that there was one.
        await using var spare = await SparePlace.NewAsync(database, house.Clock.Ahead);
        var (code, said, complained) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot]);
        Assert.True(code == 0, complained);
        Assert.Contains("the ledger of erasures back before the first start", said, StringComparison.Ordinal);
        (code, _, complained) = await TupaProcess.RunAsync(spare.Place, ["erase", "--run"]);
        Assert.Equal(2, code);
        Assert.Contains("The ledger of erasures that this database knows is not there", complained, StringComparison.Ordinal);
        Assert.True(await IsThereAsync(spare.Place, gone));

        CopyKeys(house, spare.Place);
        await using (var served = await TupaProcess.ServeAsync(spare.Place))
        {
            Assert.False(await IsThereAsync(spare.Place, gone));
        }

        // Lost for good: said by whoever has the machine, and then the house opens without.
        File.Delete(Path.Combine(spare.Place.Folder, "keys", "erasures.ledger"));
        (code, _, _) = await TupaProcess.RunAsync(spare.Place, ["erase", "--run"]);
        Assert.Equal(2, code);
        (code, said, complained) = await TupaProcess.RunAsync(spare.Place, ["erase", "--lost-ledger"]);
        Assert.True(code == 0, complained);
        Assert.Contains("forgotten the lost ledger", said, StringComparison.Ordinal);
        (code, said, complained) = await TupaProcess.RunAsync(spare.Place, ["erase", "--run"]);
        Assert.True(code == 0, complained);
        Assert.Matches(@"due by [\d.]+\s+0\n", said);
    }

    private static async Task<string> BackupAsync(TestHouse house, SpareFolder target)
    {
        var (code, said, complained) = await TupaProcess.RunAsync(Place.Of(house), ["backup", target.Path]);
        Assert.True(code == 0, complained);
        Assert.Empty(Directory.EnumerateFiles(said, "*.ledger", SearchOption.AllDirectories));
        return said;
    }

    private static void CopyKeys(TestHouse house, Place to)
    {
        var keys = Directory.CreateDirectory(Path.Combine(to.Folder, "keys"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(house.Folder, "keys"))) File.Copy(file, Path.Combine(keys.FullName, Path.GetFileName(file)), overwrite: true);
    }

    private static async Task<bool> IsThereAsync(Place place, PersonId person)
    {
        await using DbConnection connection = place.Database.Length > 0
            ? new NpgsqlConnection(place.Database)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(place.Folder, "tupa.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from register_people where id = @id";
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("id", place.Database.Length > 0 ? person.Value : person.Value.ToByteArray(bigEndian: true));
        command.Parameters.Add(id);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null) == 1;
    }
}
