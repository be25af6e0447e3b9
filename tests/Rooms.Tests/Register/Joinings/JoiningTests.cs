using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Audit;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Two who are one become one, by four eyes, and everything follows.</summary>
public sealed class JoiningTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_asks_another_confirms_and_neither_twice_nor_otherwise_nor_of_what_has_changed(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        using var rauni = await house.SignedInAsync(town.Rauni);
        using var outi = await house.SignedInAsync(town.Outi);

        var first = await town.CompareAsync(rauni);
        Assert.Contains("Aino Salo", first.QuerySelector("#sides")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{town.Aino}", first.QuerySelector("#answer input[name=kept][checked]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await town.AnswerAsync(rauni, first, town.Aino)).StatusCode);

        // The same form twice is one word, and a word said again is no second person's.
        Assert.Equal(HttpStatusCode.SeeOther, (await town.AnswerAsync(rauni, first, town.Aino)).StatusCode);
        using var again = await rauni.PostAsync($"/register/people/{town.Aino}/joining", ("id", $"{JoiningId.New()}"), ("other", $"{town.Double}"),
            ("seen", first.QuerySelector("#answer input[name=seen]")!.GetAttribute("value")!), ("kept", $"{town.Aino}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains(JoiningText.SecondPerson.Fi, (await again.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);

        // Another who is kept is another answer.
        using var otherwise = await town.AnswerAsync(outi, town.Double);
        Assert.Contains(JoiningText.Otherwise.Fi, (await otherwise.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await house.IsHereAsync(town.Aino) && await house.IsHereAsync(town.Double));

        // What was seen has changed since: by the page, and by the first of two.
        var stale = await town.CompareAsync(rauni);
        await house.WriteAsync(db => db.Set<CardA>().Where(c => c.Person == town.Double).ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, "+358401111111")));
        using var late = await town.AnswerAsync(rauni, stale, town.Double);
        Assert.Contains(JoiningText.Changed.Fi, (await late.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        using var since = await town.AnswerAsync(rauni, town.Double);
        Assert.Contains(JoiningText.ChangedSince.Fi, (await since.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await house.IsHereAsync(town.Aino) && await house.IsHereAsync(town.Double));

        var last = await town.CompareAsync(outi);
        for (var time = 0; time < 2; time++) Assert.Equal(HttpStatusCode.SeeOther, (await town.AnswerAsync(outi, last, town.Double)).StatusCode);
        Assert.False(await house.IsHereAsync(town.Aino));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Joining>().CountAsync(j => j.State == JoiningState.Joined)));
        var audited = await house.AuditedAsync();
        Assert.Equal(1, audited.Count(d => d == "register.person.joined"));
        Assert.Equal(4, audited.Count(d => d == "register.person.join refused"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Everything_follows_and_where_both_have_the_same_the_kept_ones_stays(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        var compare = await house.SignedInAsync(town.Rauni);
        var made = (await town.CompareAsync(compare)).QuerySelector("#sides tbody tr:last-child td:last-child")!.TextContent;
        foreach (var kind in new[] { MadeKind.Posts, MadeKind.Comments, MadeKind.Drafts, MadeKind.Reports }) Assert.Contains(JoiningText.Of(kind, 1).Fi, made, StringComparison.Ordinal);
        Assert.Contains(JoiningText.Of(MadeKind.Reactions, 2).Fi, made, StringComparison.Ordinal);

        await town.JoinAsync();

        Assert.Empty(await town.TracesAsync(town.Double, "register_joinings.lost"));
        await house.ReadAsync(async db =>
        {
            Assert.Equal(town.Aino, await db.Set<Post>().Where(p => p.Id == town.Own).Select(p => p.Author).SingleAsync());
            Assert.Equal($"Kysy {MentionMark.Of(town.Aino)}", await db.Set<Post>().Where(p => p.Id == town.Kais).Select(p => p.Body).SingleAsync());
            Assert.Equal([ReactionKind.Idea, ReactionKind.Thanks], await db.Set<Reaction>().Where(r => r.Person == town.Aino).Select(r => r.Kind).OrderBy(k => k).ToListAsync());
            Assert.Equal(Pace.Never, await db.Set<Preference>().Where(p => p.Person == town.Aino).Select(p => p.Pace).SingleAsync());
            Assert.Equal(1, await db.Set<Confirmation>().CountAsync(c => c.Person == town.Aino));
            Assert.Equal(1, await db.Set<Comment>().CountAsync(c => c.Author == town.Aino));
            Assert.Equal(1, await db.Set<Draft>().CountAsync(d => d.Author == town.Aino));
            Assert.Equal(1, await db.Set<Upload>().CountAsync(u => u.Person == town.Aino));
            Assert.Equal(1, await db.Set<Report>().CountAsync(r => r.Reporter == town.Aino));
            Assert.Equal(1, await db.Set<Correction>().CountAsync(c => c.Person == town.Aino));
            Assert.Equal(1, await db.Set<LegalHold>().CountAsync(h => h.Person == town.Aino));
            Assert.Equal(2, await db.Set<Assignment>().CountAsync(a => a.Person == town.Aino));
            Assert.Equal(2, await db.Set<GroupMember>().CountAsync(m => m.Person == town.Aino && m.Group == town.Space.Members));

            // A daily mail of one day there is once; the notice that hung on the other waits for the next.
            Assert.Equal(1, await db.Set<OutboundMail>().CountAsync(m => m.Person == town.Aino));
            Assert.Null(await db.Set<NoticeRow>().Where(n => n.Person == town.Aino && n.Kind == Tupa.Notifications.NoticeKind.Mention).Select(n => n.Mail).FirstAsync());
            Assert.Equal(1, await db.Set<NoticeRow>().CountAsync(n => n.Person == town.Aino && n.Kind == Tupa.Notifications.NoticeKind.AccountJoined));

            // The number is the directory's: the supervisor comes first, but has no origin on record here.
            var card = await db.Set<CardA>().SingleAsync(c => c.Person == town.Aino);
            Assert.Equal(("Mäkelä", "+358409999999", "aino.makela"), (card.FamilyName, card.Phone, card.UserId));
            Assert.Equal(town.Record, await db.Set<Origin>().Where(o => o.Person == town.Aino && o.Column == "phone").Select(o => o.SourceRecord).SingleAsync());
            return true;
        });
        using var aino = await house.SignedInAsync(town.Aino);
        Assert.Contains("rekisterissä kahdesti", (await aino.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Silta", (await aino.PageAsync($"/posts/{town.Own}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_lost_account_ends_with_its_sessions_and_the_user_id_comes_back_by_the_same_source_key_alone(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        using var lost = await house.SignedInAsync(town.Double);
        Assert.Equal(HttpStatusCode.OK, (await lost.GetAsync("/notifications")).StatusCode);

        await town.JoinAsync();

        Assert.NotEqual(HttpStatusCode.OK, (await lost.GetAsync("/notifications")).StatusCode);
        Assert.NotNull((await house.TryAsync("aino.salo")).Refusal);
        Assert.Null((await house.TryAsync("aino.makela")).Refusal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<ApiToken>().CountAsync()));
        Assert.Equal(["aino.makela"], await house.ReadAsync(db => db.Set<Account>().Where(a => a.Person == town.Aino || a.Person == town.Double).Select(a => a.UserId).ToListAsync()));

        // Somebody else never gets it; the one whose source has called them so does.
        await house.WriteAsync(db => db.Set<CardA>().Where(c => c.Person == town.Kai || c.Person == town.Aino).ExecuteUpdateAsync(set => set.SetProperty(c => c.UserId, "aino.salo")));
        Assert.Null(await MadeAsync(house, town.Kai));
        Assert.Equal("aino.salo", await MadeAsync(house, town.Aino));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_log_is_not_rewritten_and_tells_of_both_and_an_erasure_leaves_nothing_of_either(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        var entries = await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Id).ToListAsync());
        var aliases = await house.ReadAsync(db => db.Set<AliasRow>().AsNoTracking().ToListAsync());

        await town.JoinAsync();

        var after = (await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().ToListAsync())).ToDictionary(e => e.Id);
        Assert.All(entries, e => Assert.Equal((e.By, e.Subject, e.Deed), (after[e.Id].By, after[e.Id].Subject, after[e.Id].Deed)));
        var former = await house.ReadAsync(db => db.Set<AliasRow>().Where(a => a.Person == town.Aino && a.Former).Select(a => a.Alias).SingleAsync());
        Assert.Equal(town.Double, aliases.Single(a => a.Alias == former).Person);
        var noted = await town.NotedAsync(town.Aino);
        foreach (var deed in new[] { "register.person.joined", "register.person.lost", "access.account.ended" }) Assert.Contains(deed, noted);

        // What Aino does from now on is not written under the name that the log had for the other.
        await house.WriteAsync(db => db.Set<GroupMember>().Where(m => m.Person == town.Aino).ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, Helsinki.Never)));
        Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = PostId.New(), Space = town.Space.Id, Title = "Uusi", Body = "Teksti" }, Actor.Of(town.Aino)))).Refusal);
        Assert.NotEqual(former, await house.ReadAsync(db => db.Set<AuditEntry>().Where(e => e.Deed == "posts.post.published").OrderByDescending(e => e.Id).Select(e => e.By!.Value).FirstAsync()));

        // A hold of either holds; without it the night takes all, and the ledger knows both.
        await house.EndedLongAgoAsync(town.Aino);
        await house.NightAsync();
        Assert.True(await house.IsHereAsync(town.Aino));
        await house.WriteAsync(db => db.Set<LegalHold>().ExecuteUpdateAsync(set => set.SetProperty(h => h.UntilUtc, house.Now)));
        await house.NightAsync();
        Assert.False(await house.IsHereAsync(town.Aino));
        foreach (var person in new[] { town.Aino, town.Double })
        {
            Assert.Empty(await town.TracesAsync(person));
            Assert.Equal(0, await house.RemainingAsync(person));
            Assert.Contains(await house.InAsync((Ledger ledger) => Task.FromResult(ledger.DigestOf(person))), await house.InAsync((Ledger ledger) => Task.FromResult(ledger.Read()!.Entries.Select(e => e.Digest).ToList())));
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_clock_of_erasure_runs_from_the_later_end_and_the_take_away_names_nobody_who_is_gone(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.FillAsync();
        var (sooner, later) = (Helsinki.EndOf(house.Clock.Today().AddDays(10)), Helsinki.EndOf(house.Clock.Today().AddDays(40)));
        await house.EndedAsync(sooner, town.Aino);
        await house.EndedAsync(later, town.Double);

        await town.JoinAsync();

        Assert.Equal(later, await house.ReadAsync(db => db.Set<Person>().Where(p => p.Id == town.Aino).Select(p => p.UsedUntil).SingleAsync()));
        Assert.Equal(later, await house.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == town.Aino).Select(c => c.HiddenAt).SingleAsync()));
        var taken = await house.InAsync(async (IServiceProvider services) =>
        {
            var rows = new List<PersonalRow>();
            foreach (var room in (IEnumerable<IPersonalData>)services.GetService(typeof(IEnumerable<IPersonalData>))!)
                await foreach (var row in room.ExportAsync(town.Aino, default)) rows.Add(row);
            return rows;
        });
        Assert.Contains(taken, r => r.Table == "posts_posts");
        Assert.Contains(taken, r => r.Table == "register_joinings");
        Assert.DoesNotContain(taken, r => r.Values.Values.Any(v => v?.Contains(town.Double.Value.ToString(), StringComparison.OrdinalIgnoreCase) == true));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whoever_administers_not_every_register_of_both_finds_nobody_and_nobody_decides_of_oneself_or_joins_a_sponsor_with_the_partner(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        var school = await house.Town.UnitAsync("Kuusiston koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var teacher = await house.Town.TeacherAsync("Outi Salmela", school);
        var partner = await house.Town.PartnerAsync("Pirjo Kumppani", town.Double);
        using var rauni = await house.SignedInAsync(town.Rauni);
        using var kai = await house.SignedInAsync(town.Kai);

        Assert.Equal(HttpStatusCode.NotFound, (await rauni.GetAsync($"/register/people/{teacher}/joining")).StatusCode);
        Assert.Contains(JoiningText.NotFound.Fi, (await rauni.PageAsync($"/register/people/{town.Aino}/joining?other={teacher}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await kai.GetAsync($"/register/people/{town.Aino}/joining")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await kai.GetAsync("/register/joinings")).StatusCode);
        var seen = await SeenAsync(house, town.Aino, town.Double, town.Rauni);
        Assert.Equal(Refusal.Absent, await house.InAsync((JoiningActions joinings) => joinings.JoinAsync(JoiningId.New(), town.Aino, town.Double, seen, Actor.Of(town.Kai))));

        // By the user ID too, and for no more than any page costs.
        var before = house.Statements.Sent.Count;
        Assert.Contains("Aino Salo", (await rauni.PageAsync($"/register/people/{town.Aino}/joining?other=AINO.SALO")).QuerySelector("#sides")!.TextContent, StringComparison.Ordinal);
        var sent = house.Statements.Sent.Skip(before).Where(s => !s.Contains("audit_", StringComparison.Ordinal)).ToList();
        Assert.True(sent.Count <= 6, string.Join("\n---\n", sent));

        Assert.Equal(JoiningText.Oneself, (await JoinAsync(town.Rauni, town.Aino))?.Reason);
        Assert.Equal(JoiningText.AnswersForOther, (await JoinAsync(partner, town.Double))?.Reason);

        async Task<Refusal?> JoinAsync(PersonId one, PersonId other) => await house.InAsync(async (JoiningActions joinings) =>
            await joinings.JoinAsync(JoiningId.New(), one, other, await SeenAsync(house, one, other, town.Rauni), Actor.Of(town.Rauni)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_power_that_one_gave_the_other_ends_and_a_cut_of_either_cuts(string database)
    {
        await using var town = await JoiningTown.OpenAsync(database);
        var house = town.House;
        await town.RecordAsync();
        await house.AccountAsync(town.Aino, "aino.makela");
        await house.EmpowerAsync(town.Double, AuthorityKind.SecurityOfficer, factor: false);
        await house.EmpowerAsync(town.Double, AuthorityKind.DataProtectionOfficer, factor: false);
        await house.WriteAsync(async db =>
        {
            db.Add(new SourceCut { Record = town.Record, Person = town.Double, CutAt = house.Now });
            await db.Set<Authority>().Where(a => a.Kind == AuthorityKind.SecurityOfficer).ExecuteUpdateAsync(set => set.SetProperty(a => a.GrantedBy, town.Aino));
        });

        await town.JoinAsync();

        Assert.Equal([AuthorityKind.DataProtectionOfficer], await house.InAsync(async (Authorities authorities) => (await authorities.HeldAsync(town.Aino)).Select(h => h.Kind).ToList()));
        Assert.NotNull((await house.TryAsync("aino.makela")).Refusal);
        Assert.NotNull(await house.ReadAsync(db => db.Set<Account>().Where(a => a.Person == town.Aino).Select(a => a.CutAt).SingleAsync()));
    }

    [Theory]
    [InlineData("phone", Source.Supervisors, Source.Ldap, true, false)]
    [InlineData("phone", Source.Ldap, Source.Supervisors, true, true)]
    [InlineData("email", Source.Supervisors, Source.Ldap, true, true)]
    [InlineData("email", Source.Supervisors, Source.Ldap, false, false)]
    [InlineData("user_id", Source.Supervisors, Source.Ldap, true, false)]
    public void Whose_word_counts_is_the_declared_order_of_sources_and_the_user_id_stays(string column, Source own, Source other, bool live, bool takes)
    {
        var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(takes, CardJoin.Takes(Card.A, column, "a", "b", new(own, SourceRecordId.New(), true, at), new(other, SourceRecordId.New(), live, at.AddDays(-1)), held: false));
        Assert.False(CardJoin.Takes(Card.A, column, "a", "b", new(own, SourceRecordId.New(), true, at), new(other, SourceRecordId.New(), live, at), held: true));
        Assert.True(CardJoin.Takes(Card.A, column, null, "b", null, new(other, SourceRecordId.New(), live, at), held: false));
    }

    private static Task<byte[]> SeenAsync(TestHouse house, PersonId one, PersonId other, PersonId by) =>
        house.InAsync(async (JoiningSides sides) => (await sides.BothAsync(one, other, Actor.Of(by), default))!.Seen());

    private static async Task<string?> MadeAsync(TestHouse house, PersonId person) => await house.InAsync(async (IServiceProvider services) =>
    {
        var (writing, accounts, contacts) = ((Writing)services.GetService(typeof(Writing))!, (AccountActions)services.GetService(typeof(AccountActions))!, (PersonContacts)services.GetService(typeof(PersonContacts))!);
        return await writing.RunAsync(async () => (await accounts.MakeAsync((await contacts.OfAsync([person]))[0], default))?.UserId);
    });
}
