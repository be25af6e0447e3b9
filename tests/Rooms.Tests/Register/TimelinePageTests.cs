using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/register/people/{id}</summary>
public sealed class TimelinePageTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task After_begin_move_end_and_return_the_timeline_tells_all_of_it_and_the_view_is_noted(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (admin, boss) = (await house.AdministratorAsync("Rauni Rekisteri", "A"), await house.Town.StaffAsync("Eeva Esihenkilö"));
        var library = await house.Town.UnitAsync("Pääkirjasto", parent: await house.Town.CityAsync());
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var record = await RecordAsync(house, aino);
        var second = await house.BeginAsync(house.Told(aino, library) with { LastDay = house.Clock.Today().AddDays(20) });
        var moved = house.Clock.Today().AddDays(50);
        await house.InAsync((AssignmentActions actions) => actions.MoveEndsAsync(new Dictionary<AssignmentId, DateOnly> { [second] = moved }, house.Now, Actor.Of(boss)));
        await house.InAsync((AccountActions accounts) => accounts.CutAsync(aino, Actor.House("scim")));
        using var client = await house.SignedInAsync(admin);
        var text = await TextAsync(client, aino);
        Assert.Contains(Say.Day(moved), text, StringComparison.Ordinal);
        Assert.Contains(TimelineText.Cut(house.Now).Fi, text, StringComparison.Ordinal);

        await house.EndAsync(house.Now, aino);
        text = await TextAsync(client, aino);
        Assert.Contains(TimelineText.NoAccount.Fi, text, StringComparison.Ordinal);
        Assert.Contains(Say.Day(new Retention.EraseBy(35, 14).Day(Helsinki.Day(house.Now.AddSeconds(-1)))), text, StringComparison.Ordinal);
        await house.BeginAsync(house.Told(aino, library));

        var page = await client.PageAsync($"/register/people/{aino}");
        Assert.Equal("Aino Mäkelä", page.QuerySelector("h1")!.TextContent);
        var duties = page.QuerySelectorAll("#duties > ul > li").Select(l => l.TextContent).ToList();
        Assert.Equal(3, duties.Count);
        Assert.Equal(2, duties.Count(d => d.Contains("Pääkirjasto", StringComparison.Ordinal)));
        Assert.Equal(2, duties.Count(d => d.Contains(RegisteredText.Of(RegisteredState.Ended).Fi, StringComparison.Ordinal)));
        Assert.All(duties, d => Assert.Contains(SourceText.Of(Source.Supervisors).Fi, d, StringComparison.Ordinal));

        var events = page.QuerySelectorAll("#events li b").Select(l => l.TextContent).ToList();
        foreach (var deed in new[] { "register.assignment.begun", "register.assignment.moved", "register.assignment.ended", "access.account.made", "access.account.cut", "access.account.ended" })
            Assert.Contains(TimelineText.Of(deed).Fi, events);
        var move = page.QuerySelectorAll("#events li").Single(l => l.TextContent.Contains(TimelineText.Of("register.assignment.moved").Fi, StringComparison.Ordinal)).TextContent;
        Assert.Contains("Eeva Esihenkilö", move, StringComparison.Ordinal);
        Assert.Contains("Pääkirjasto", move, StringComparison.Ordinal);
        Assert.Contains(TimelineText.Of(RecordState.Live).Fi, page.QuerySelector("#records")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(FieldText.Phone.Fi, page.QuerySelector("#origins")!.TextContent, StringComparison.Ordinal);

        // No content: not the value, and not what the source calls the person.
        Assert.DoesNotContain("+358401234567", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(record, page.Body.TextContent, StringComparison.Ordinal);
        var noted = await house.ReadAsync(async db =>
        {
            var alias = await db.Set<AliasRow>().Where(a => a.Person == aino).Select(a => (AuditAlias?)a.Alias).SingleAsync();
            return await db.Set<AuditEntry>().CountAsync(e => e.Deed == "register.person.viewed" && e.Subject == alias);
        });
        Assert.Equal(3, noted);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_is_not_of_the_own_register_is_absent_at_the_price_of_one_who_never_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        using var a = await house.SignedInAsync(await house.AdministratorAsync("Rauni Rekisteri", "A"));
        using var b = await house.SignedInAsync(await house.AdministratorAsync("Outi Opetus", "B"));
        using var staff = await house.SignedInAsync(town.Aino);

        await StatusAsync(house, a, Guid.CreateVersion7());
        var (never, cost) = await StatusAsync(house, a, Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.NotFound, never);
        foreach (var other in new[] { town.Pupil, town.Shielded, town.ShieldedPupil }) Assert.Equal((HttpStatusCode.NotFound, cost), await StatusAsync(house, a, other.Value));
        foreach (var other in new[] { town.Aino, town.Elected, town.Partner, town.ShieldedPupil }) Assert.Equal(HttpStatusCode.NotFound, (await StatusAsync(house, b, other.Value)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await StatusAsync(house, staff, town.Borje.Value)).Status);
        foreach (var own in new[] { town.Aino, town.Elected, town.Partner, town.Teacher }) Assert.Equal(HttpStatusCode.OK, (await StatusAsync(house, a, own.Value)).Status);
        foreach (var own in new[] { town.Pupil, town.Teacher }) Assert.Equal(HttpStatusCode.OK, (await StatusAsync(house, b, own.Value)).Status);

        Assert.Contains("Aino Mäkelä, KS/1/2026", await TextAsync(a, town.Partner), StringComparison.Ordinal);
    }

    /// <summary>A record of a source, and that the phone number came from it.</summary>
    private static async Task<string> RecordAsync(TestHouse house, PersonId person)
    {
        var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Supervisors, Key = "H-77123", Person = person };
        await house.WriteAsync(db =>
        {
            db.Add(record);
            return Task.CompletedTask;
        });
        await house.WriteAsync(db =>
        {
            db.Add(new Origin { Person = person, Card = Card.A, Column = "phone", SourceRecord = record.Id, Batch = Guid.CreateVersion7(), ReceivedAt = house.Now });
            return Task.CompletedTask;
        });
        return record.Key;
    }

    private static async Task<string> TextAsync(HttpClient client, PersonId person) => (await client.PageAsync($"/register/people/{person}")).Body!.TextContent;

    private static async Task<(HttpStatusCode Status, int Statements)> StatusAsync(TestHouse house, HttpClient client, Guid person)
    {
        var before = house.Statements.Sent.Count;
        using var answer = await client.GetAsync($"/register/people/{person}");
        return (answer.StatusCode, house.Statements.Sent.Count - before);
    }
}
