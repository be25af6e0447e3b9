using Tupa.Blobs;

namespace Tupa.Tests;

/// <summary>A copy made while people work is whole, can be put back, and is refused where it is damaged or would overwrite.</summary>
public sealed class BackupTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_snapshot_made_while_people_work_opens_elsewhere_with_all_that_was_acknowledged_before(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        using var traffic = await Traffic.ByAsync(house);
        using var later = await Traffic.ByAsync(house);
        await using var backups = new SpareFolder();
        await using var served = await TupaProcess.ServeAsync(Place.Of(house));
        await traffic.BeginAsync(served);
        await traffic.MoreAsync(30);
        var picture = await traffic.UploadAsync(served, await Samples.PictureAsync(), "silta.jpg");
        await traffic.EndAsync();

        // Others go on writing while the copy is made.
        await later.BeginAsync(served);
        var snapshot = await BackupAsync(Place.Of(house), backups.Path);
        await later.EndAsync();
        await served.KillAsync();

        Assert.False(Directory.Exists(Path.Combine(snapshot, "blobs", "incoming")));
        Assert.False(Directory.Exists(Path.Combine(snapshot, "blobs", "work")));
        await using var spare = await SparePlace.NewAsync(database, house.Clock.Ahead);
        var (code, said, complained) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot]);
        Assert.True(code == 0, complained);
        Assert.Contains("files checked and restored", said, StringComparison.Ordinal);

        await using var again = await TupaProcess.ServeAsync(spare.Place.Later(TimeSpan.FromMinutes(2)));
        await traffic.AllIsThereAsync(again);
        using var browser = traffic.Browser(again);
        Assert.NotEmpty(await Traffic.ReadyAsync(browser, $"/files/{picture}/{Rendition.Square}"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_damaged_snapshot_is_refused_with_a_sentence_and_nothing_is_put_back(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.SendAsync("Pöytäkirja"u8.ToArray());
        await house.ScanAsync();
        await using var backups = new SpareFolder();
        await using var spare = await SparePlace.NewAsync(database, house.Clock.Ahead);
        var snapshot = await BackupAsync(Place.Of(house), backups.Path);
        var manifest = await File.ReadAllTextAsync(Path.Combine(snapshot, "manifest.json"));

        var blob = Directory.EnumerateFiles(Path.Combine(snapshot, "blobs"), "*", SearchOption.AllDirectories).First();
        await File.AppendAllTextAsync(blob, "!");
        await RefusedAsync("1 files are missing or changed");
        File.Delete(blob);
        await RefusedAsync(Path.GetFileName(blob));
        await File.WriteAllTextAsync(Path.Combine(snapshot, "manifest.json"), manifest[..^20]);
        await RefusedAsync("the snapshot is damaged");
        await File.WriteAllTextAsync(Path.Combine(snapshot, "manifest.json"), manifest.Replace("\"blobs/", "\"blobs/../../", StringComparison.Ordinal));
        await RefusedAsync("the snapshot is damaged");
        await File.WriteAllTextAsync(Path.Combine(snapshot, "manifest.json"), manifest.Replace("\"tupa.", "\"other.", StringComparison.Ordinal));
        await RefusedAsync("the snapshot is damaged");
        File.Delete(Path.Combine(snapshot, "manifest.json"));
        await RefusedAsync("the backup was never finished");
        Assert.Empty(Directory.EnumerateFileSystemEntries(spare.Place.Folder));

        async Task RefusedAsync(string sentence)
        {
            var (code, _, complained) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot]);
            Assert.Equal(2, code);
            Assert.Contains(sentence, complained, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_house_that_stands_is_never_overwritten(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        using var traffic = await Traffic.ByAsync(house);
        await using var backups = new SpareFolder();
        var snapshot = await BackupAsync(Place.Of(house), backups.Path);
        await using var served = await TupaProcess.ServeAsync(Place.Of(house));
        await traffic.BeginAsync(served);
        await traffic.MoreAsync(10);

        var (code, _, complained) = await TupaProcess.RunAsync(Place.Of(house), ["restore", snapshot]);
        await traffic.EndAsync();
        Assert.Equal(2, code);
        Assert.Contains("not empty", complained, StringComparison.Ordinal);
        await traffic.AllIsThereAsync(served, house);

        // With the files out of the way the database still stands.
        var other = Place.Of(house) with { Folder = database == "sqlite" ? backups.Path : Path.Combine(backups.Path, "other") };
        Directory.CreateDirectory(other.Folder);
        if (database == "sqlite")
        {
            // The log of another database would be played into the one that is put back.
            var log = Path.Combine(other.Folder, "tupa.db-wal");
            await File.WriteAllTextAsync(log, "");
            (code, _, complained) = await TupaProcess.RunAsync(other, ["restore", snapshot]);
            Assert.Equal((2, $"{log} exists. Move it away first."), (code, complained));
            await File.WriteAllTextAsync(Path.Combine(other.Folder, "tupa.db"), "");
        }

        (code, _, complained) = await TupaProcess.RunAsync(other, ["restore", snapshot]);
        Assert.Equal(2, code);
        Assert.Contains(database == "sqlite" ? "tupa.db exists" : "The database is not empty", complained, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Bytes_that_the_house_itself_has_lost_are_said_and_the_rest_is_kept(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var id = await house.SendAsync("Pöytäkirja"u8.ToArray());
        await house.ScanAsync();
        var lost = Assert.Single(await house.RenditionsAsync(id)).Sha256;
        File.Delete(Path.Combine(house.Folder, "blobs", lost[..2], lost[2..4], lost));
        await using var backups = new SpareFolder();

        var (code, said, complained) = await TupaProcess.RunAsync(Place.Of(house), ["backup", backups.Path]);
        Assert.Equal(1, code);
        Assert.Contains(lost, complained, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(said, "manifest.json")));
    }

    [Fact]
    public async Task Without_the_programs_of_PostgreSQL_it_is_said_what_to_install()
    {
        await using var house = await TestHouse.OpenAsync("postgres");
        await using var backups = new SpareFolder();
        var (code, _, complained) = await TupaProcess.RunAsync(Place.Of(house), ["backup", backups.Path], ("PATH", backups.Path));

        Assert.Equal(2, code);
        Assert.Contains("Install postgresql-client", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_house_stands_there_is_nothing_to_copy()
    {
        await using var nowhere = new SpareFolder();
        var (code, _, complained) = await TupaProcess.RunAsync(new(nowhere.Path, "", TimeSpan.Zero), ["backup", nowhere.Path]);

        Assert.Equal(2, code);
        Assert.Contains("no house stands there", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_put_back_whole_leaves_nothing_in_the_way_of_the_next_try()
    {
        await using var house = await TestHouse.OpenAsync("postgres");
        await house.SendAsync("Pöytäkirja"u8.ToArray());
        await house.ScanAsync();
        await using var backups = new SpareFolder();
        await using var spare = await SparePlace.NewAsync("postgres", house.Clock.Ahead);
        var snapshot = await BackupAsync(Place.Of(house), backups.Path);

        var (code, _, complained) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot], ("PATH", backups.Path));
        Assert.Equal(2, code);
        Assert.Contains("Install postgresql-client", complained, StringComparison.Ordinal);
        (code, _, complained) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot]);
        Assert.True(code == 0, complained);
    }

    [Fact]
    public async Task Without_its_keys_a_house_that_was_put_back_says_so_before_and_after_it_starts()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.InAsync((Access.FactorActions factors) => factors.BeginAsync(aino));
        await using var backups = new SpareFolder();
        await using var spare = await SparePlace.NewAsync("sqlite", house.Clock.Ahead);
        var snapshot = await BackupAsync(Place.Of(house), backups.Path);

        var (_, said, _) = await TupaProcess.RunAsync(spare.Place, ["restore", snapshot]);
        var key = Path.Combine(spare.Place.Folder, "keys", "access.key");
        Assert.Contains($"put {key} and the ledger of erasures back before the first start", said, StringComparison.Ordinal);
        await using (var served = await TupaProcess.ServeAsync(spare.Place))
        {
            await served.KillAsync();
            Assert.Contains($"{key} is not the key that this database was used with", served.Said(), StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(key, "muuta");
        var (code, _, complained) = await TupaProcess.RunAsync(spare.Place, ["serve"]);
        Assert.Equal((2, $"The key file {key} must hold 32 bytes and holds 5. Put it back from where it is kept."), (code, complained));
    }

    [Fact]
    public async Task What_the_operator_can_mend_is_said_in_a_sentence_without_a_stack()
    {
        await using var spare = await SparePlace.NewAsync("sqlite");
        var port = PostgresPart.FreePort();
        await File.WriteAllTextAsync(Path.Combine(spare.Place.Folder, "tupa.db"), new string('x', 5_000));
        await SaidAsync("", "is no database", ("Tupa__Listen", $"http://127.0.0.1:{port}"));
        File.Delete(Path.Combine(spare.Place.Folder, "tupa.db"));
        await SaidAsync($"Host=127.0.0.1;Port={port};Database=tupa;Username=tupa", "PostgreSQL does not answer");
        await using (var house = await TestHouse.OpenAsync("postgres"))
            await SaidAsync($"{house.Database};Database=nowhere", "Make it with createdb");

        var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        taken.Start();
        await SaidAsync("", "Another program listens", ("Tupa__Listen", $"http://127.0.0.1:{port}"));
        taken.Stop();

        async Task SaidAsync(string database, string sentence, params (string Key, string Value)[] settings)
        {
            var (code, _, complained) = await TupaProcess.RunAsync(spare.Place with { Database = database }, ["serve"], settings);
            Assert.Contains(sentence, complained, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
            Assert.Equal(2, code);
        }
    }

    private static async Task<string> BackupAsync(Place place, string target)
    {
        var (code, said, complained) = await TupaProcess.RunAsync(place, ["backup", target]);
        Assert.True(code == 0, complained);
        return said;
    }
}
