using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Whoever was joined wrongly, or tied to a record wrongly, is two again, by four eyes.</summary>
public sealed class PartingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Within_thirty_days_everything_that_moved_goes_back_and_what_was_made_since_stays(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        await town.JoinAsync();
        var since = PostId.New();
        Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = since, Space = town.Space.Id, Title = "Sen jälkeen", Body = "Teksti" }, Actor.Of(town.Aino)))).Refusal);
        var id = await town.JoiningAsync();
        house.Clock.Move(TimeSpan.FromDays(29));
        await house.InAsync((JoiningSweep sweep) => sweep.RunAsync(default));
        using var rauni = await house.SignedInAsync(town.Rauni);
        using var outi = await house.SignedInAsync(town.Outi);

        var page = await rauni.PageAsync($"/register/joinings/{id}");
        Assert.Contains(JoiningText.StaysWhole[0].Fi, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await rauni.PostAsync($"/register/joinings/{id}/parting")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await rauni.PostAsync($"/register/joinings/{id}/parting")).StatusCode);
        Assert.False(await house.IsHereAsync(town.Double));
        for (var time = 0; time < 2; time++) Assert.Equal(HttpStatusCode.SeeOther, (await outi.PostAsync($"/register/joinings/{id}/parting")).StatusCode);

        await house.ReadAsync(async db =>
        {
            Assert.Equal(town.Double, await db.Set<Post>().Where(p => p.Id == town.Own).Select(p => p.Author).SingleAsync());
            Assert.Equal($"Kysy {MentionMark.Of(town.Double)}", await db.Set<Post>().Where(p => p.Id == town.Kais).Select(p => p.Body).SingleAsync());
            Assert.Equal(town.Aino, await db.Set<Post>().Where(p => p.Id == since).Select(p => p.Author).SingleAsync());
            Assert.Equal(1, await db.Set<Assignment>().CountAsync(a => a.Person == town.Double));
            Assert.Equal(1, await db.Set<Assignment>().CountAsync(a => a.Person == town.Aino));
            Assert.Equal(1, await db.Set<GroupMember>().CountAsync(m => m.Person == town.Double && m.Group == town.Space.Members));
            Assert.Equal(town.Double, await db.Set<SourceRecord>().Where(r => r.Id == town.Record).Select(r => r.Person).SingleAsync());
            Assert.Null(await db.Set<SourceRecord>().Where(r => r.Id == town.Record).Select(r => r.Said).SingleAsync());
            Assert.Equal([ReactionKind.Idea], await db.Set<Reaction>().Where(r => r.Person == town.Double).Select(r => r.Kind).ToListAsync());
            Assert.Equal("+358409999999", await db.Set<CardA>().Where(c => c.Person == town.Double).Select(c => c.Phone).SingleAsync());
            Assert.Equal("+358401234567", await db.Set<CardA>().Where(c => c.Person == town.Aino).Select(c => c.Phone).SingleAsync());

            // Each is called again what each was, and found and listed by it.
            foreach (var (person, name) in new[] { (town.Aino, "Mäkelä"), (town.Double, "Salo") })
            {
                Assert.Equal(name, await db.Set<CardA>().Where(c => c.Person == person).Select(c => c.FamilyName).SingleAsync());
                Assert.Equal(PersonNaming.SortKey("Aino", name), await db.Set<Person>().Where(p => p.Id == person).Select(p => p.SortKey).SingleAsync());
                Assert.Contains(Fold.Words([name]).Single(), await db.Set<NameWord>().Where(w => w.Person == person).Select(w => w.Word).ToListAsync());
            }

            Assert.Equal(town.Record, await db.Set<Origin>().Where(o => o.Person == town.Double && o.Column == "phone").Select(o => o.SourceRecord).SingleAsync());
            Assert.Equal(0, await db.Set<JoiningValue>().CountAsync());
            Assert.Equal(2, await db.Set<NoticeRow>().CountAsync(n => n.Kind == Tupa.Notifications.NoticeKind.AccountJoined && n.ThingKind == "parted"));
            Assert.Equal(0, await db.Set<JoiningMove>().CountAsync());
            Assert.Equal(Helsinki.Never, await db.Set<Person>().Where(p => p.Id == town.Double).Select(p => p.UsedUntil).SingleAsync());
            return true;
        });
        Assert.Equal(2, (await house.AuditedAsync()).Count(d => d == "register.person.parted"));
        Assert.Contains("register.person.parted", await town.NotedAsync(town.Double));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task After_thirty_days_which_rows_moved_is_forgotten_and_a_rejected_parting_changes_nothing(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        await town.JoinAsync();
        var id = await town.JoiningAsync();
        using var rauni = await house.SignedInAsync(town.Rauni);
        using var outi = await house.SignedInAsync(town.Outi);
        Assert.Equal(HttpStatusCode.SeeOther, (await rauni.PostAsync($"/register/joinings/{id}/parting")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await outi.PostAsync($"/register/joinings/{id}/rejection")).StatusCode);
        Assert.Equal(JoiningState.Joined, await house.ReadAsync(db => db.Set<Joining>().Select(j => j.State).SingleAsync()));
        Assert.NotEqual(0, await house.ReadAsync(db => db.Set<JoiningValue>().CountAsync()));

        house.Clock.Move(Joining.Patience);
        await house.InAsync((JoiningSweep sweep) => sweep.RunAsync(default));
        using var late = await house.SignedInAsync(town.Rauni);
        using var refused = await late.PostAsync($"/register/joinings/{id}/parting");
        Assert.Contains(JoiningText.TooLate.Fi, (await refused.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<JoiningMove>().CountAsync()));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<JoiningValue>().CountAsync()));
        Assert.Equal([town.Double], await house.InAsync((Leavers leavers) => leavers.FormerlyAsync(town.Aino, default)));
        Assert.False(await house.IsHereAsync(town.Double));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_record_tied_wrongly_goes_to_somebody_new_with_what_it_keeps_up_and_content_stays(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        var other = AssignmentId.New();
        await house.WriteAsync(db =>
        {
            db.Add(new Assignment { Id = other, Person = town.Double, Population = Population.Staff, Kind = AssignmentKind.Regular, Source = Source.Supervisors, FirstDay = house.Clock.Today(), LastDay = Helsinki.Open, UntilUtc = Helsinki.Never });
            return Task.CompletedTask;
        });
        using var rauni = await house.SignedInAsync(town.Rauni);
        using var outi = await house.SignedInAsync(town.Outi);

        var form = (await rauni.PageAsync($"/register/people/{town.Double}")).QuerySelector("#records form")!;
        using var asked = await rauni.PostAsync(form.GetAttribute("action")!, ("id", form.QuerySelector("input[name=id]")!.GetAttribute("value")!), ("person", $"{town.Double}"));
        var question = asked.Headers.Location!.OriginalString;
        Assert.Contains(JoiningText.StaysOfRecord[1].Fi, (await outi.PageAsync(question)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await rauni.PostAsync($"{question}/parting")).StatusCode);
        Assert.Equal(town.Double, await house.ReadAsync(db => db.Set<SourceRecord>().Where(r => r.Id == town.Record).Select(r => r.Person).SingleAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await outi.PostAsync($"{question}/parting")).StatusCode);

        var stranger = await house.ReadAsync(db => db.Set<SourceRecord>().Where(r => r.Id == town.Record).Select(r => r.Person!.Value).SingleAsync());
        Assert.NotEqual(town.Double, stranger);
        await house.ReadAsync(async db =>
        {
            Assert.Equal(1, await db.Set<Assignment>().CountAsync(a => a.Person == stranger && a.Record == town.Record));
            Assert.Equal([other], await db.Set<Assignment>().Where(a => a.Person == town.Double).Select(a => a.Id).ToListAsync());
            Assert.True(await db.Set<GroupMember>().AnyAsync(m => m.Person == stranger && m.Group == GroupId.Staff));
            Assert.False(await db.Set<GroupMember>().AnyAsync(m => m.Person == town.Double && m.Group == GroupId.Staff));
            Assert.Equal(town.Double, await db.Set<Post>().Where(p => p.Id == town.Own).Select(p => p.Author).SingleAsync());
            var card = await db.Set<CardA>().SingleAsync(c => c.Person == stranger);
            Assert.Equal(("Salo", "+358409999999"), (card.FamilyName, card.Phone));
            return true;
        });

        // Somebody whom nothing else keeps here has no record to lose.
        using var only = await rauni.PostAsync($"/register/records/{town.Record}/parting", ("person", $"{stranger}"));
        Assert.Contains(JoiningText.OnlyRecord.Fi, (await only.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }
}
