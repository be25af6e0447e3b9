using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class MatchingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Namesakes_are_two_people_in_one_feed_and_across_feeds(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);

        await town.ImportAsync(new([town.Staff("a", "Aino Mäki"), town.Staff("b", "Aino Mäki")]));
        await town.ImportAsync(new([town.Staff("c", "Aino Mäki")]), Source.Ldap);

        var people = new[] { (await town.RecordAsync("a")).Person, (await town.RecordAsync("b")).Person, (await town.RecordAsync("c", Source.Ldap)).Person };
        Assert.Equal(3, people.Distinct().Count());
        Assert.DoesNotContain(null, people);
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<SameTask>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_trusted_key_ties_a_record_whatever_the_name_and_one_that_is_not_trusted_asks(string database)
    {
        await using var town = await FeedTown.OpenAsync(database, new Dictionary<string, string?> { ["Tupa:Trust:Decisions"] = "None" });
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki", "aino.maki")]));
        var person = (await town.RecordAsync("a")).Person;

        await town.ImportAsync(new([town.Staff("g", "Aino Salo", "AINO.MAKI")]), Source.Ldap);
        await town.ImportAsync(new([town.Staff("d", "Aino Mäki", "aino.maki")]), Source.Decisions);
        await town.ImportAsync(new([town.Staff("s", "Aino Mäki", "muu") with { Email = null, DirectoryId = "g" }]), Source.Schools);

        Assert.Equal(person, (await town.RecordAsync("g", Source.Ldap)).Person);
        Assert.Equal(person, (await town.RecordAsync("s", Source.Schools)).Person);
        Assert.Null((await town.RecordAsync("d", Source.Decisions)).Person);
        Assert.Equal(person, await town.House.ReadAsync(db => db.Set<SameTask>().Select(t => (PersonId?)t.Candidate).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_key_that_the_feed_gives_to_somebody_already_asks_and_the_answer_is_heard_at_once(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki", "aino.maki"), town.Staff("x", "Xi Xu")]));
        var steward = await town.StewardAsync("Eero Lahti");
        var both = new TestFeed([town.Staff("a", "Aino Mäki", "aino.maki"), town.Staff("x", "Xi Xu"), town.Staff("b", "Aino Toinen", "aino.maki")]);

        await town.ImportAsync(both);
        await town.ImportAsync(both);

        var task = await town.House.ReadAsync(db => db.Set<SameTask>().AsNoTracking().SingleAsync());
        Assert.Null((await town.RecordAsync("b")).Person);
        var shown = (await town.House.InAsync((SameQueries same) => same.OpenAsync(Source.Supervisors, steward)))!.Single();
        Assert.Equal(("Aino Toinen", "Aino Mäki"), (shown.Values[0].InSource, shown.Values[0].Here));

        // One says it, and it holds when a second says the same.
        var second = await town.StewardAsync("Elli Lahti");
        Assert.Null((await town.House.InAsync((SameActions same) => same.TieAsync(task.Id, steward))).Refusal);
        Assert.Null((await town.House.InAsync((SameActions same) => same.TieAsync(task.Id, steward))).Refusal);
        Assert.Equal(SameState.Open, await town.House.ReadAsync(db => db.Set<SameTask>().Select(t => t.State).SingleAsync()));
        Assert.Null((await town.House.InAsync((SameActions same) => same.PartAsync(task.Id, second))).Refusal);
        Assert.Equal(SameText.Waits(SameState.Apart, "Elli Lahti").ToString(), (await town.House.InAsync((SameQueries same) => same.OpenAsync(Source.Supervisors, steward)))!.Single().Waits);
        await town.House.RunJobsAsync();
        Assert.Null((await town.RecordAsync("b")).Person);

        // What has changed since was not answered for: the first answer is gone, and two are asked again.
        both = both with { People = [both.People[0], both.People[1], both.People[2] with { Organisation = "Museo" }] };
        await town.ImportAsync(both);
        Assert.Null((await town.House.InAsync((SameActions same) => same.PartAsync(task.Id, steward))).Refusal);
        await town.House.RunJobsAsync();
        Assert.Null((await town.RecordAsync("b")).Person);
        Assert.Null((await town.House.InAsync((SameActions same) => same.PartAsync(task.Id, second))).Refusal);
        await town.House.RunJobsAsync();
        var other = (await town.RecordAsync("b")).Person;
        Assert.NotNull(other);
        Assert.NotEqual((await town.RecordAsync("a")).Person, other);
        Assert.Null(await town.House.ReadAsync(db => db.Set<SameTask>().Select(t => t.Payload).SingleAsync()));
        Assert.Equal(SameText.Decided, (await town.House.InAsync((SameActions same) => same.TieAsync(task.Id, steward))).Refusal?.Reason);

        var before = await town.StateAsync();
        await town.ImportAsync(both);
        Assert.Equal(before, await town.StateAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Two_records_of_one_delivery_that_claim_one_user_ID_are_not_both_made(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);

        var (id, _) = await town.ImportAsync(new([town.Staff("a", "Aino Mäki", "aino"), town.Staff("b", "Aino Salo", "aino")]));

        Assert.Equal((1, 1), (await town.CountsAsync(id) is var c ? c[Counted.New] : 0, c[Counted.Unclear]));
        Assert.NotNull((await town.RecordAsync("a")).Person);
        Assert.Null((await town.RecordAsync("b")).Person);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_who_has_left_is_not_found_by_an_address_that_has_been_given_on(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(20);
        await town.ImportAsync(new([.. people, town.Staff("a", "Aino Mäki", "aino.maki")]));
        await town.ImportAsync(new(people));

        await town.ImportAsync(new([town.Staff("n", "Aino Mäki", "aino.maki")]), Source.Ldap);

        Assert.Null((await town.RecordAsync("n", Source.Ldap)).Person);
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<SameTask>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Six_sources_in_any_order_leave_the_same_card(string database)
    {
        Source[] sources = [Source.Supervisors, Source.Decisions, Source.Schools, Source.Scim, Source.Ldap, Source.Sponsors];
        var results = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in new[] { sources, [.. sources.Reverse()], [Source.Sponsors, Source.Scim, Source.Supervisors, Source.Ldap, Source.Schools, Source.Decisions] })
        {
            await using var town = await FeedTown.OpenAsync(database, new Dictionary<string, string?> { ["Tupa:Trust:Sponsors"] = "UserId" });
            foreach (var source in order)
            {
                var said = town.Staff("k", $"{source} Mäki", "aino.maki") with { Email = $"{source}@x.example", Phone = source == Source.Supervisors ? null : $"+35840{(int)source}", Organisation = source.ToString() };
                await town.ImportAsync(new([said]), source);
            }

            var card = await town.House.ReadAsync(db => db.Set<CardA>().AsNoTracking().SingleAsync());
            var origins = await town.House.ReadAsync(db => db.Set<Origin>().Join(db.Set<SourceRecord>(), o => o.SourceRecord, r => r.Id, (o, r) => new { o.Column, r.Source }).OrderBy(o => o.Column).ToListAsync());
            results.Add($"{card.GivenName} {card.Email} {card.Phone} {card.Organisation} {string.Join(' ', origins.Select(o => $"{o.Column}:{o.Source}"))}");
        }

        Assert.StartsWith("Supervisors Ldap@x.example +358406 Supervisors", Assert.Single(results), StringComparison.Ordinal);
    }
}
