using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class FeedImportTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_delivery_makes_people_with_cards_origins_assignments_and_groups_and_the_same_again_changes_nothing(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.Town.UnitAsync("Salmen koulu", UnitKind.School, town.City, "03764");
        var feed = new TestFeed([town.Pupil("p1", "Aada Koivisto", "7B", "c7b", "t1"), town.Pupil("p2", "Leevi Ahola", "7B", "c7b")])
        {
            Groups = [new("c7b", GroupKind.Class, "7B", "03764"), new("t1", GroupKind.Teaching, "Ranska 1", "03764")],
        };

        var (id, state) = await town.ImportAsync(feed, Source.Schools, "oppilaat");

        Assert.Equal(BatchState.Applied, state);
        var record = await town.RecordAsync("p1", Source.Schools);
        var card = await town.House.ReadAsync(db => db.Set<CardB>().SingleAsync(c => c.Person == record.Person!.Value));
        Assert.Equal(("Aada", "Koivisto", "7B", "03764", "pupil.p1"), (card.GivenName, card.FamilyName, card.ClassName, card.InstitutionCode, card.UserId));
        Assert.Equal(7, await town.House.ReadAsync(db => db.Set<Origin>().CountAsync(o => o.Person == record.Person!.Value && o.SourceRecord == record.Id && o.Batch == id.Value)));
        Assert.Equal(["7B", "Oppilaat ja opiskelijat", "Ranska 1"], await GroupsAsync(town, record.Person!.Value));
        Assert.Equal((2, 2), (await town.CountsAsync(id) is var c ? c[Counted.New] : 0, c[Counted.NewGroups]));
        Assert.True(await town.House.ReadAsync(db => db.Set<NameWord>().AnyAsync(w => w.Person == record.Person!.Value && w.Word == "koivisto")));

        var before = await town.StateAsync();
        var (again, stateAgain) = await town.ImportAsync(feed, Source.Schools, "oppilaat");
        Assert.Equal(BatchState.Applied, stateAgain);
        Assert.Equal(before, await town.StateAsync());
        Assert.Equal(2, (await town.CountsAsync(again))[Counted.Unchanged]);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_class_is_its_key_and_a_pupil_who_changes_class_leaves_the_old_one_at_once(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.Town.UnitAsync("Salmen koulu", UnitKind.School, town.City, "03764");
        var groups = new[] { new FedGroup("c1", GroupKind.Class, "7B", "03764"), new FedGroup("c2", GroupKind.Class, "7C", "03764") };
        await town.ImportAsync(new([town.Pupil("p1", "Aada Koivisto", "7B", "c1"), town.Pupil("p2", "Leevi Ahola", "7B", "c1")]) { Groups = groups }, Source.Schools, "oppilaat");
        var assignment = (await town.AssignmentsAsync((await town.RecordAsync("p1", Source.Schools)).Person!.Value)).Single().Id;
        var before = await town.House.ReadAsync(db => db.Set<Group>().SingleAsync(g => g.NameFi == "7B"));

        await town.ImportAsync(new([town.Pupil("p1", "Aada Koivisto", "8C", "c2"), town.Pupil("p2", "Leevi Ahola", "8B", "c1")])
        {
            Groups = [groups[0] with { Name = "8B" }, groups[1] with { Name = "8C" }],
        }, Source.Schools, "oppilaat");

        Assert.Equal("8B", (await town.House.ReadAsync(db => db.Set<Group>().SingleAsync(g => g.Id == before.Id))).NameFi);
        Assert.Equal(["8C", "Oppilaat ja opiskelijat"], await GroupsAsync(town, (await town.RecordAsync("p1", Source.Schools)).Person!.Value));
        Assert.Equal(assignment, (await town.AssignmentsAsync((await town.RecordAsync("p1", Source.Schools)).Person!.Value)).Single().Id);

        // And back again: the membership of the same cause opens anew.
        await town.ImportAsync(new([town.Pupil("p1", "Aada Koivisto", "8B", "c1"), town.Pupil("p2", "Leevi Ahola", "8B", "c1")]) { Groups = groups }, Source.Schools, "oppilaat");
        Assert.Equal(["7B", "Oppilaat ja opiskelijat"], await GroupsAsync(town, (await town.RecordAsync("p1", Source.Schools)).Person!.Value));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_error_refuses_all_of_it_and_a_reading_that_breaks_halfway_changes_nothing(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new(town.Many(30)));
        var before = await town.StateAsync();

        var (refused, state) = await town.ImportAsync(new(town.Many(40)) { WrongLine = 12 });
        Assert.Equal(BatchState.Refused, state);
        var note = (await town.House.InAsync((FeedQueries feeds) => feeds.ReportAsync(refused))).Notes.Single();
        Assert.Equal(("people.csv", 12, "email", "Fel"), (note.File, note.Line, note.Column, note.Reason.Sv));
        var broken = await town.ReceiveAsync(new(town.Many(40)) { BreaksAfter = 35 }, atOnce: true);
        await Assert.ThrowsAsync<IOException>(() => town.RunAsync(broken));
        Assert.Equal(before, await town.StateAsync());

        // What broke is taken up again and stays what it is; after a day it is gone.
        var file = Assert.Single(Directory.GetFiles(Path.Combine(town.House.Folder, "blobs", "incoming", "feeds")));
        await town.House.InAsync((FeedSweep sweep) => sweep.RunAsync(default));
        Assert.True(File.Exists(file));
        town.House.Clock.Move(TimeSpan.FromHours(25));
        File.SetLastWriteTimeUtc(file, TimeProvider.System.UtcNow().AddHours(-25));
        await town.House.InAsync((FeedSweep sweep) => sweep.RunAsync(default));
        Assert.Equal(BatchState.Lapsed, await town.RunAsync(broken));
        Assert.False(File.Exists(file));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_dry_run_shows_the_diff_and_changes_nothing_and_is_forgotten_within_a_day(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var before = await town.StateAsync();

        var (id, state) = await town.ImportAsync(new(town.Many(20)), dryRun: true);

        Assert.Equal(BatchState.Tried, state);
        Assert.Equal(20, (await town.CountsAsync(id))[Counted.New]);
        Assert.Equal(before, await town.StateAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(town.House.Folder, "blobs", "incoming", "feeds")));
        Assert.Equal(20, await town.House.ReadAsync(db => db.Set<Staged>().CountAsync()));
        town.House.Clock.Move(TimeSpan.FromHours(25));
        await town.House.InAsync((FeedSweep sweep) => sweep.RunAsync(default));
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<Staged>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_feed_ends_only_what_it_says_itself_and_its_values_give_way_to_those_of_the_others(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(20);
        await town.ImportAsync(new([.. people, town.Staff("aino", "Aino Mäki", "aino.maki") with { Phone = "+358401111111" }]));
        await town.ImportAsync(new([town.Staff("g1", "Aino Mäki-Salo", "aino.maki") with { Phone = "+358402222222" }]), Source.Ldap);
        var person = (await town.RecordAsync("aino")).Person!.Value;
        Assert.Equal(person, (await town.RecordAsync("g1", Source.Ldap)).Person);
        Assert.Equal(2, (await town.AssignmentsAsync(person)).Count);
        Assert.Equal(("Mäki", "+358401111111"), await CardAsync(town, person));

        await town.ImportAsync(new(people));

        Assert.Equal(Source.Ldap, (await town.AssignmentsAsync(person)).Single().Source);
        Assert.Equal(RecordState.Ended, (await town.RecordAsync("aino")).State);
        Assert.Equal(20 + 1, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.UntilUtc > town.House.Now)));

        // The same delivery of the other source is listened to anew.
        await town.ImportAsync(new([town.Staff("g1", "Aino Mäki-Salo", "aino.maki") with { Phone = "+358402222222" }]), Source.Ldap);
        Assert.Equal(("Mäki-Salo", "+358402222222"), await CardAsync(town, person));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_who_returns_is_the_same_person_and_one_who_moves_keeps_what_both_give(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(20);
        await town.ImportAsync(new([.. people, town.Staff("aino")]));
        var person = (await town.RecordAsync("aino")).Person!.Value;
        await town.ImportAsync(new(people));
        Assert.Empty(await town.AssignmentsAsync(person));

        var (back, _) = await town.ImportAsync(new([.. people, town.Staff("aino")]));
        Assert.Equal(1, (await town.CountsAsync(back))[Counted.Returns]);
        Assert.Equal(person, (await town.RecordAsync("aino")).Person);
        Assert.Equal(town.Library, (await town.AssignmentsAsync(person)).Single().Unit);

        var pool = await town.House.Town.UnitAsync("Uimahalli", UnitKind.Unit, town.City);
        await town.ImportAsync(new([.. people, town.Staff("aino", unit: pool)]));
        Assert.Equal(pool, (await town.AssignmentsAsync(person)).Single().Unit);
        Assert.Equal(["Henkilökunta", "Kuusisalmen kaupunki", "Uimahalli"], await GroupsAsync(town, person));

        await town.ImportAsync(new([.. people, town.Staff("aino", unit: pool, lastDay: town.Today.AddDays(3))]));
        Assert.Equal(Helsinki.EndOf(town.Today.AddDays(3)), (await town.AssignmentsAsync(person)).Single().UntilUtc);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_who_is_moved_by_a_delivery_keeps_the_session_the_account_and_the_user_ID(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new([town.Staff("aino")]));
        var person = (await town.RecordAsync("aino")).Person!.Value;
        await town.House.OpenSessionAsync(person);

        var pool = await town.House.Town.UnitAsync("Uimahalli", UnitKind.Unit, town.City);
        await town.ImportAsync(new([town.Staff("aino", unit: pool)]));

        Assert.Equal(pool, (await town.AssignmentsAsync(person)).Single().Unit);
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<Session>().CountAsync(s => s.Person == person)));
        Assert.True(await town.House.ReadAsync(db => db.Set<Account>().AnyAsync(a => a.Person == person)));
        Assert.Equal("user.aino", await town.House.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == person).Select(c => c.UserId).SingleAsync()));
        Assert.DoesNotContain("access.account.ended", await town.House.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_no_statement_allows_reaches_neither_database_nor_report(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);

        var (id, state) = await town.ImportAsync(new(town.Many(3)) { Forbidden = "131052-308T" });

        Assert.Equal(BatchState.Applied, state);
        var report = await town.House.InAsync((FeedQueries feeds) => feeds.ReportAsync(id));
        Assert.Equal(("henkilotunnus", 1), (report.Notes.Single().Column, report.Counts[Counted.Dropped]));
        Assert.DoesNotContain("131052", string.Join(' ', report.Notes), StringComparison.Ordinal);
        Assert.DoesNotContain("131052", await town.EverythingAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(town.House.Folder, "*", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains("131052", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_unknown_unit_is_told_and_neither_begins_nor_ends_anything(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new([town.Staff("aino")]));
        var person = (await town.RecordAsync("aino")).Person!.Value;
        var moved = town.Staff("aino") with { Assignments = [town.Staff("aino").Assignments[0] with { Unit = "u-77" }] };

        var (id, _) = await town.ImportAsync(new([moved, moved with { Key = "uusi", UserId = "uusi", Email = null }]) { Units = [new("u-77", "Uusi yksikkö", null)] });

        Assert.Equal(town.Library, (await town.AssignmentsAsync(person)).Single().Unit);
        Assert.Equal(1, (await town.CountsAsync(id))[Counted.Left]);
        Assert.Contains((await town.House.InAsync((FeedQueries feeds) => feeds.ReportAsync(id))).Notes, n => n.Reason == FeedText.UnknownUnit("Uusi yksikkö", null));
        Assert.Null((await town.RecordAsync("aino")).Said);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_substitute_of_the_same_delivery_has_what_the_one_stood_in_for_has(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var pool = await town.House.Town.UnitAsync("Uimahalli", UnitKind.Unit, town.City);
        var substitute = town.Staff("a-sijainen", "Siiri Salo", unit: pool);
        substitute = substitute with { Assignments = [substitute.Assignments[0] with { Kind = AssignmentKind.Substitute, LastDay = town.Today.AddDays(5), StandsInFor = ("z-poissa", "t1") }] };

        await town.ImportAsync(new([substitute, town.Staff("z-poissa", "Aino Mäki")]));

        var person = (await town.RecordAsync("a-sijainen")).Person!.Value;
        Assert.Contains("Kirjasto", await GroupsAsync(town, person));
        Assert.NotNull((await town.AssignmentsAsync(person)).Single().StandsInFor);
    }

    internal static Task<List<string>> GroupsAsync(FeedTown town, PersonId person) => town.House.ReadAsync(async db =>
    {
        var now = town.House.Now;
        return (await db.Set<GroupMember>().Where(m => m.Person == person && m.FromUtc <= now && now < m.UntilUtc).Join(db.Set<Group>(), m => m.Group, g => g.Id, (m, g) => g.NameFi).Distinct().ToListAsync())
            .Order(StringComparer.Ordinal).ToList();
    });

    private static Task<(string, string?)> CardAsync(FeedTown town, PersonId person) => town.House.ReadAsync(async db =>
        await db.Set<CardA>().Where(c => c.Person == person).Select(c => new ValueTuple<string, string?>(c.FamilyName, c.Phone)).SingleAsync());
}
