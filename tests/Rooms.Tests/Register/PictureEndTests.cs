using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The own picture goes with the use of the house (TT-14), and does not come back with a return.</summary>
public sealed class PictureEndTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task From_the_tick_of_the_last_end_nothing_delivers_it_though_every_job_is_dead(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        await PutAsync(house, aino);
        await PutAsync(house, kai);
        var end = Helsinki.EndOf(house.Clock.Today());
        await house.EndAsync(end, kai);

        house.Clock.StopAt(end.AddSeconds(-1));
        Assert.True(await DeliversAsync(house, kai, Actor.Of(aino)));
        house.Clock.StopAt(end);

        // Not even to oneself, and not though a card were in sight.
        await house.WriteAsync(db => db.Set<CardA>().ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, (DateTime?)null)));
        Assert.False(await DeliversAsync(house, kai, Actor.Of(kai)));
        Assert.Null((await house.InAsync((PeopleNames names) => names.OfAsync(kai, Actor.Of(kai)))).PictureUrl);
        Assert.Null((await house.InAsync((OwnQueries own) => own.OfAsync(Actor.Of(kai))))!.Picture);
        Assert.True(await DeliversAsync(house, aino, Actor.Of(aino)));
        Assert.NotNull((await house.InAsync((OwnQueries own) => own.OfAsync(Actor.Of(aino))))!.Picture);
        Assert.Equal(2, await house.ReadAsync(db => db.Set<Picture>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Row_blob_and_all_that_was_made_of_it_go_at_once_or_with_the_job_after_the_calendar(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        await PutAsync(house, kai);
        await house.EndAsync(Instants.Whole(house.Now), kai);
        await NothingIsLeftAsync(house);

        await PutAsync(house, aino);
        var end = Helsinki.EndOf(house.Clock.Today());
        await house.EndAsync(end, aino);
        Assert.Equal(0, (await TidyAsync(house)).Changed);
        house.Clock.StopAt(end);
        Assert.Equal(1, (await TidyAsync(house)).Changed);
        Assert.Equal(0, (await TidyAsync(house)).Changed);
        await NothingIsLeftAsync(house);
        Assert.Equal(2, (await house.AuditedAsync()).Count(d => d == "register.picture.ended"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whoever_returns_before_erasure_is_without_it_though_no_job_has_run(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var city = await house.Town.CityAsync();
        var kai = await house.Town.StaffAsync("Kai Virta");
        await PutAsync(house, kai);
        var end = Helsinki.EndOf(house.Clock.Today());
        await house.EndAsync(end, kai);
        house.Clock.StopAt(end.AddDays(40));

        await house.BeginAsync(house.Told(kai, city));

        Assert.True(await house.ReadAsync(db => PersonAtDoor.IsLiveAsync(db, kai, house.Now, default)));
        Assert.False(await DeliversAsync(house, kai, Actor.Of(kai)));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Picture>().CountAsync()));

        // A new one is another picture, and stays.
        await PutAsync(house, kai);
        await TidyAsync(house);
        Assert.True(await DeliversAsync(house, kai, Actor.Of(kai)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_ends_one_duty_of_two_or_is_moved_by_a_feed_keeps_picture_and_account(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var house = town.House;
        await town.ImportAsync(new([town.Staff("k1", userId: "aino.maki")]));
        var aino = (await town.RecordAsync("k1")).Person!.Value;
        await house.WriteAsync(db =>
        {
            db.Add(new Factor { Person = aino, Sealed = [1], CreatedAt = house.Now });
            return Task.CompletedTask;
        });
        await PutAsync(house, aino);

        await town.ImportAsync(new([town.Staff("k1", userId: "aino.maki", unit: town.City)]));

        Assert.Equal(town.City, Assert.Single(await town.AssignmentsAsync(aino)).Unit);
        Assert.True(await DeliversAsync(house, aino, Actor.Of(aino)));
        Assert.DoesNotContain("access.account.ended", await house.AuditedAsync());
        Assert.True(await house.ReadAsync(db => db.Set<Factor>().AnyAsync(f => f.Person == aino)));

        var second = await house.BeginAsync(house.Told(aino, town.Library));
        await house.InAsync((AssignmentActions actions) => actions.EndAsync([second], Instants.Whole(house.Now), Actor.House("test")));
        await TidyAsync(house);
        Assert.True(await DeliversAsync(house, aino, Actor.Of(aino)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_legal_hold_keeps_the_bytes_and_shows_them_to_nobody(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var kai = await house.Town.StaffAsync("Kai Virta");
        await PutAsync(house, kai);
        await house.WriteAsync(db =>
        {
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = kai, Reason = "Oikeudenkäynti", PlacedAt = house.Now, LastDay = house.Clock.Today().AddDays(29), UntilUtc = house.Now.AddDays(30) });
            return Task.CompletedTask;
        });

        await house.EndAsync(Instants.Whole(house.Now), kai);
        Assert.Equal(0, (await TidyAsync(house)).Changed);
        Assert.False(await DeliversAsync(house, kai, Actor.Of(kai)));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Picture>().CountAsync()));

        house.Clock.Move(TimeSpan.FromDays(31));
        Assert.Equal(1, (await TidyAsync(house)).Changed);
        await NothingIsLeftAsync(house);
    }

    private static async Task PutAsync(TestHouse house, PersonId person)
    {
        await using var picture = new MemoryStream(await Samples.PictureAsync());
        Assert.Null(await house.InAsync((PictureActions pictures) => pictures.SetAsync(picture, "minä.jpg", person)));
        await house.ScanAsync();
        await house.PrepareAsync();
        Assert.True(await DeliversAsync(house, person, Actor.Of(person)));
    }

    private static Task<JobReport> TidyAsync(TestHouse house) => house.InAsync((PictureEnds job) => job.RunAsync(default));

    private static async Task<bool> DeliversAsync(TestHouse house, PersonId person, Actor viewer) =>
        await house.InAsync((PictureQueries pictures) => pictures.OfAsync(person, viewer)) is not null;

    private static async Task NothingIsLeftAsync(TestHouse house)
    {
        Assert.Equal(0, await house.ReadAsync(async db => await db.Set<Picture>().CountAsync() + await db.Set<Blob>().CountAsync() + await db.Set<Rendition>().CountAsync()));
        var blobs = Path.Combine(house.Folder, "blobs");
        Assert.Empty(Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories));
    }
}
