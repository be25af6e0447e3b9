using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A night erases whoever is due, wholly or not yet, and says what it did without saying who.</summary>
public sealed class ErasureTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whoever_is_due_is_gone_from_every_room_and_nobody_else_is(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var post = await town.PostAsync(town.Writer);
        await town.SayAsync(post, town.Writer, "Oma kommentti");
        await house.OpenSessionAsync(town.Writer);
        await house.EndedLongAgoAsync(town.Writer);
        await house.EndedAsync(house.Now.AddDays(-30), town.Editor);

        var report = await house.NightAsync();

        Assert.Equal(new JobReport(Counted: 1, Changed: 1), report);
        Assert.Equal(0, await house.RemainingAsync(town.Writer));
        Assert.True(await house.IsHereAsync(town.Editor));
        Assert.Equal("Poistunut käyttäjä", (await town.ShownAsync(post, town.Reader))!.Author.Name);
        var certificate = Assert.Single(await house.CertificatesAsync());
        Assert.Equal((1, 0, 0, 0), (certificate.People, certificate.Cards, certificate.Failed, certificate.Held));
        Assert.True(certificate.ByRoom()["posts"] >= 2 && certificate.ByRoom().ContainsKey("register") && certificate.ByRoom().ContainsKey("access"));
        Assert.True(Certificate.Holds(certificate));
        Assert.Equal(new JobReport(), await house.NightAsync());
        Assert.Single(await house.CertificatesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_room_that_fails_stops_no_other_and_the_next_night_finishes(string database)
    {
        var broken = new BrokenRoom();
        await using var house = await TestHouse.OpenAsync(database, more: services => services.AddScoped<IPersonalData>(p => broken.In(p)));
        var town = await PostTown.OpenAsync(house);
        var post = await town.PostAsync(town.Writer);
        await house.EndedLongAgoAsync(town.Writer, town.Stranger);
        broken.Breaks = town.Writer;

        Assert.Equal(new JobReport(Counted: 2, Changed: 1, Failed: 1), await house.NightAsync());
        Assert.False(await house.IsHereAsync(town.Stranger));
        Assert.True(await house.IsHereAsync(town.Writer));
        Assert.Null((await town.RowAsync(post))!.Author);

        // What the broken room had begun is taken back, and what it said afterwards is not done.
        Assert.Equal([town.Stranger], broken.Afterwards);
        Assert.True(await house.ReadAsync(db => db.Set<CardA>().AnyAsync(c => c.Person == town.Writer && c.Organisation != "")));
        var task = await house.ReadAsync(db => db.Set<ErasureTask>().SingleAsync());
        Assert.Equal((town.Writer, Ended.Use, "broken", nameof(InvalidTimeZoneException), 1), (task.Person, task.What, task.Rooms, task.Failures, task.Tries));

        broken.Breaks = null;
        house.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(new JobReport(Counted: 1, Changed: 1), await house.NightAsync());
        Assert.Equal(0, await house.RemainingAsync(town.Writer));
        Assert.Equal([town.Stranger, town.Writer], broken.Afterwards);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_card_goes_by_its_own_day_and_leaves_the_person(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var school = await house.Town.UnitAsync("Kuusiston koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var @class = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var person = await house.Town.PupilAsync("Entinen Oppilas", school, @class);
        var now = house.Now;
        var until = now.AddDays(-260);
        await house.WriteAsync(async db =>
        {
            await db.Set<CardB>().ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, until));
            await db.Set<Assignment>().ExecuteUpdateAsync(set => set.SetProperty(a => a.FirstDay, Helsinki.Day(until)).SetProperty(a => a.LastDay, Helsinki.Day(until)).SetProperty(a => a.UntilUtc, until));
            db.Add(new Assignment
            {
                Id = AssignmentId.New(),
                Person = person,
                Population = Population.Staff,
                Kind = AssignmentKind.Regular,
                Unit = school,
                Source = Source.Supervisors,
                FirstDay = Helsinki.Day(now).AddDays(-5),
                LastDay = Helsinki.Open,
                UntilUtc = Helsinki.Never,
            });
            db.Add(new CardA { Person = person, GivenName = "Uusi", FamilyName = "Opettaja", UserId = "uusi.opettaja", Organisation = "Kuusisalmen kaupunki" });
        });

        Assert.Equal(new JobReport(Counted: 1, Changed: 1), await house.NightAsync());

        Assert.True(await house.IsHereAsync(person));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<CardB>().CountAsync()));
        Assert.Equal(Population.Staff, (await house.ReadAsync(db => db.Set<Assignment>().SingleAsync())).Population);
        var words = await house.ReadAsync(db => db.Set<NameWord>().Where(w => w.Person == person).Select(w => w.Word).ToListAsync());
        Assert.DoesNotContain(words, w => w.Contains("oppilas", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("opettaja", StringComparison.Ordinal));
        var certificate = Assert.Single(await house.CertificatesAsync());
        Assert.Equal((0, 1), (certificate.People, certificate.Cards));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_night_with_nothing_due_is_two_statements_that_read_no_table(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        for (var i = 0; i < 5; i++) await house.Town.StaffAsync($"Aino Mäki{i}");
        var counted = await house.Statements.DuringAsync(async () => Assert.Equal(new JobReport(), await house.NightAsync()));
        Assert.Equal(2, counted);
    }

    [Fact]
    public async Task A_certificate_that_was_changed_no_longer_holds()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var aino = await house.Town.StaffAsync("Aino Mäki");
        await house.EndedLongAgoAsync(aino);
        await house.NightAsync();

        var certificate = Assert.Single(await house.CertificatesAsync());
        Assert.DoesNotContain(aino.ToString(), Certificate.Words(certificate), StringComparison.Ordinal);
        certificate.People = 2;
        Assert.False(Certificate.Holds(certificate));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_log_keeps_no_id_of_an_erased_person(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        await house.InAsync((PersonActions people) => people.SetLanguageAsync(aino, "sv"));
        await house.EndedLongAgoAsync(aino);
        await house.NightAsync();

        Assert.Contains("register.language.changed", await house.AuditedAsync());
        Assert.False(await house.ReadAsync(db => db.Set<Audit.AuditEntry>().AnyAsync(e => e.Thing == aino.Value)));
        Assert.False(await house.ReadAsync(db => db.Set<Audit.AliasRow>().AnyAsync(a => a.Person == aino)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Own_picture_and_waiting_uploads_leave_the_store_with_their_bytes(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        await using (var picture = new MemoryStream(await Samples.PictureAsync()))
            Assert.Null(await house.InAsync((PictureActions pictures) => pictures.SetAsync(picture, "minä.jpg", aino)));
        await house.ScanAsync();
        await house.PrepareAsync();
        await house.EndedLongAgoAsync(aino);
        Assert.NotEmpty(Blobs());

        await house.NightAsync();
        Assert.Empty(Blobs());
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Blob>().CountAsync()));

        IEnumerable<string> Blobs() => Directory.EnumerateFiles(Path.Combine(house.Folder, "blobs"), "*", SearchOption.AllDirectories);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_hundred_waiting_uploads_cost_as_many_statements_as_one_and_bytes_that_another_has_too_stay(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, borje, kirsi) = (await house.Town.StaffAsync("Aino Mäki"), await house.Town.StaffAsync("Börje Berg"), await house.Town.StaffAsync("Kirsi Niemi"));
        await UploadsAsync(house, aino, "Ainon");
        await UploadsAsync(house, borje, [.. Enumerable.Range(0, 100).Select(n => $"Börjen {n}"), "yhteinen"]);
        await UploadsAsync(house, kirsi, "yhteinen");
        await house.EndedLongAgoAsync(aino);
        var one = await house.Statements.DuringAsync(house.NightAsync);
        await house.EndedLongAgoAsync(borje);
        var many = await house.Statements.DuringAsync(house.NightAsync);

        Assert.InRange(many, 1, one);
        Assert.Equal(KeptAt(house, "yhteinen"), Directory.EnumerateFiles(Path.Combine(house.Folder, "blobs"), "*", SearchOption.AllDirectories).Single());
        Assert.Equal([kirsi], await house.ReadAsync(db => db.Set<Upload>().Select(u => u.Person).ToListAsync()));
        Assert.Equal((1, 1), await house.ReadAsync(async db => (await db.Set<Blob>().CountAsync(), await db.Set<Rendition>().CountAsync())));
    }

    /// <summary>Uploads that wait to be attached, as rows and as bytes in the store.</summary>
    private static Task UploadsAsync(TestHouse house, PersonId person, params IReadOnlyList<string> texts) => house.WriteAsync(db =>
    {
        foreach (var text in texts)
        {
            var (id, file) = (BlobId.New(), KeptAt(house, text));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            db.Add(new Blob { Id = id, Sha256 = Path.GetFileName(file), Bytes = 1, Kind = MediaKind.Other, Type = "text/plain", State = BlobState.Clean, Media = MediaState.Ready, ReceivedAt = house.Now, TouchedAt = house.Now });
            db.Add(new Rendition { Blob = id, Name = Rendition.Original, Sha256 = Path.GetFileName(file), Bytes = 1, Type = "text/plain" });
            db.Add(new Upload { Id = FileId.New(), Blob = id, Person = person, Name = "liite.txt", At = house.Now });
        }

        return Task.CompletedTask;
    });

    private static string KeptAt(TestHouse house, string text)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Path.Combine(house.Folder, "blobs", sha256[..2], sha256[2..4], sha256);
    }

    /// <summary>A room that changes something, asks for something afterwards, and may then fail.</summary>
    private sealed class BrokenRoom
    {
        public PersonId? Breaks { get; set; }

        public List<PersonId> Afterwards { get; } = [];

        public IPersonalData In(IServiceProvider services) => new Provider(this, services.GetRequiredService<TupaDb>(), services.GetRequiredService<Writing>());

        private sealed class Provider(BrokenRoom room, TupaDb db, Writing writing) : IPersonalData
        {
            public IReadOnlyList<string> Tables => ["broken_things"];

            public Text Description => new("", "", "");

            public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
            {
                await Task.CompletedTask;
                yield break;
            }

            public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
            {
                await db.Set<CardA>().Where(c => c.Person == person).ExecuteUpdateAsync(set => set.SetProperty(c => c.Organisation, ""), stop);
                writing.Afterwards(() =>
                {
                    room.Afterwards.Add(person);
                    return Task.CompletedTask;
                });
                return person == room.Breaks ? throw new InvalidTimeZoneException("Aino Mäki") : 1;
            }

            public Task<int> RemainingAsync(PersonId person, CancellationToken stop) => Task.FromResult(0);
        }
    }
}
