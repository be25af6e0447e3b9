using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>One human who is in the register twice, with all that somebody can have of everything, and two administrators who do not know it yet.</summary>
internal sealed class JoiningTown : IAsyncDisposable
{
    private JoiningTown(TestHouse house) => House = house;

    public TestHouse House { get; }

    /// <summary>Here longer: kept unless somebody chooses otherwise.</summary>
    public PersonId Aino { get; private set; }

    /// <summary>The same human, by a directory's account.</summary>
    public PersonId Double { get; private set; }

    public PersonId Kai { get; private set; }

    public PersonId Rauni { get; private set; }

    public PersonId Outi { get; private set; }

    public TestSpace Space { get; private set; } = null!;

    public PostId Own { get; } = PostId.New();

    public PostId Kais { get; } = PostId.New();

    public SourceRecordId Record { get; } = SourceRecordId.New();

    public static async Task<JoiningTown> OpenAsync(string database)
    {
        var town = new JoiningTown(await (await TestHouse.OpenAsync(database)).ServeAsync());
        var (house, people) = (town.House, town.House.Town);
        town.Aino = await people.StaffAsync("Aino Mäkelä");
        house.Clock.Move(TimeSpan.FromMinutes(1));
        town.Double = await people.StaffAsync("Aino Salo");
        town.Kai = await people.StaffAsync("Kai Virta");
        (town.Rauni, town.Outi) = (await house.AdministratorAsync("Rauni Rekisteri", "A"), await house.AdministratorAsync("Outi Toinen", "A"));
        town.Space = await people.SpaceAsync("Salmensilta", Confidentiality.Members, town.Aino);
        await people.JoinAsync(town.Double, town.Space.Members, (int)SpaceRole.Steward);
        await people.JoinAsync(town.Kai, town.Space.Members, (int)SpaceRole.Contributor);
        return town;
    }

    /// <summary>What the double has: by a record of the directory a telephone number, and everything that people make.</summary>
    public async Task FillAsync()
    {
        await RecordAsync();
        await House.AccountAsync(Double, "aino.salo");
        await House.AccountAsync(Aino, "aino.makela");
        Assert.Null((await House.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = Own, Space = Space.Id, Title = "Silta", Body = "Aukeaa" }, Actor.Of(Double)))).Refusal);
        var named = new PostInput { Id = Kais, Space = Space.Id, Title = "Kysymys", Body = $"Kysy {MentionMark.Of(Double)}", Mentions = [Double] };
        Assert.Null((await House.InAsync((PostActions posts) => posts.PublishAsync(named, Actor.Of(Kai)))).Refusal);
        Assert.Null(await House.InAsync((CommentActions comments) => comments.SayAsync(Kais, new(CommentId.New(), "Vastaan", null, 0, []), Actor.Of(Double))));
        Assert.Null(await House.InAsync((DraftActions drafts) => drafts.SaveAsync(new() { Id = PostId.New(), Space = Space.Id, Title = "Kesken" }, Actor.Of(Double))));
        Assert.Null(await House.InAsync((ReportActions reports) => reports.ReportAsync(ReportId.New(), "post", Kais.Value, "Syy", Actor.Of(Double))));
        using (var browser = await House.SignedInAsync(Double)) await browser.UploadedAsync("Pöytäkirja"u8.ToArray(), "liite.txt");
        await House.WriteAsync(db =>
        {
            foreach (var person in new[] { Aino, Double })
            {
                db.Add(new Reaction { Post = Kais, Person = person, Kind = ReactionKind.Thanks, At = House.Now });
                db.Add(new Confirmation { Post = Kais, Person = person, At = House.Now });
                db.Add(new ReadMark { Person = person, Space = Space.Id, SeenUntil = House.Now });
                db.Add(new Preference { Person = person, Kind = Tupa.Notifications.NoticeKind.Mention, Pace = person == Aino ? Pace.Never : Pace.Now, ChosenAt = House.Now });
                db.Add(new OutboundMail { Id = MailId.New(), Person = person, Kind = MailKind.Daily, MadeAt = House.Now, DueAt = House.Now, Day = House.Clock.Today() });
            }

            return Task.CompletedTask;
        });
        await House.WriteAsync(async db =>
        {
            var mail = await db.Set<OutboundMail>().Where(m => m.Person == Double).Select(m => m.Id).SingleAsync();
            db.Add(new Reaction { Post = Kais, Person = Double, Kind = ReactionKind.Idea, At = House.Now });
            db.Add(new NoticeRow { Id = NoticeId.New(), Person = Double, Kind = Tupa.Notifications.NoticeKind.Mention, Thing = Kais.Value, ThingKind = "post", Space = Space.Id, From = Kai, At = House.Now, Mail = mail });
            db.Add(new ApiToken { Id = ApiTokenId.New(), Person = Double, Name = "oma", TokenHash = Secrets.Hash("double"), Scopes = Scopes.MeRead, CreatedAt = House.Now, UntilUtc = House.Now.AddDays(1) });
            db.Add(new Factor { Person = Double, Sealed = [1], ConfirmedAt = House.Now, CreatedAt = House.Now });
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = Double, Reason = "Asia 1/2026", Owner = Kai, PlacedAt = House.Now, LastDay = House.Clock.Today().AddDays(30), UntilUtc = House.Now.AddDays(7) });
            db.Add(new Correction { Id = CorrectionId.New(), Person = Double, Card = Card.A, Column = "phone", Source = Source.Supervisors, Said = "Vaihtui", AskedAt = House.Now });
        });
    }

    /// <summary>The directory has told the double's telephone number and keeps up an assignment of its own.</summary>
    public async Task RecordAsync()
    {
        await House.WriteAsync(db =>
        {
            db.Add(new SourceRecord { Id = Record, Source = Source.Ldap, Key = "guid-1", Person = Double, Said = [1] });
            return Task.CompletedTask;
        });
        await House.WriteAsync(async db =>
        {
            await db.Set<CardA>().Where(c => c.Person == Double).ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, "+358409999999"));
            db.Add(new Origin { Person = Double, Card = Card.A, Column = "phone", SourceRecord = Record, Batch = Guid.CreateVersion7(), ReceivedAt = House.Now });
            await db.Set<Assignment>().Where(a => a.Person == Double).ExecuteUpdateAsync(set => set.SetProperty(a => a.Record, Record));
        });
    }

    public Task<IHtmlDocument> CompareAsync(HttpClient browser) => browser.PageAsync($"/register/people/{Aino}/joining?other={Double}");

    /// <summary>Answers on the page as it is now.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(HttpClient browser, PersonId kept) => await AnswerAsync(browser, await CompareAsync(browser), kept);

    public Task<HttpResponseMessage> AnswerAsync(HttpClient browser, IHtmlDocument page, PersonId kept)
    {
        var form = page.QuerySelector("#answer form")!;
        string Value(string name) => form.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        return browser.PostAsync($"/register/people/{Aino}/joining", ("id", Value("id")), ("other", Value("other")), ("seen", Value("seen")), ("kept", $"{kept}"));
    }

    /// <summary>Both administrators say that they are one, and Aino is kept.</summary>
    public async Task JoinAsync()
    {
        using var rauni = await House.SignedInAsync(Rauni);
        using var outi = await House.SignedInAsync(Outi);
        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(rauni, Aino)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(outi, Aino)).StatusCode);
        Assert.False(await House.IsHereAsync(Double));
    }

    public Task<JoiningId> JoiningAsync() => House.ReadAsync(db => db.Set<Joining>().Select(j => j.Id).SingleAsync());

    /// <summary>Where the model still names somebody, by a column of its own or within a text.</summary>
    public Task<List<string>> TracesAsync(PersonId person, params string[] but) => House.ReadAsync(async db =>
    {
        var found = new List<string>();
        foreach (var column in PersonColumn.Of(db.Model))
        {
            var sql = $"select cast(count(*) as integer) as \"Value\" from \"{column.Table}\" where \"{column.Column}\" = {{0}}";
            var rows = await db.Database.SqlQueryRaw<int>(sql, column.Stored(person)).SingleAsync();
            if (rows > 0) found.Add($"{column.Table}.{column.Column}");
        }

        var id = person.Value.ToString();
        if (await db.Set<Post>().AnyAsync(p => p.Body.Contains(id) || p.Lead.Contains(id))) found.Add("posts_posts.body");
        return found.Except(but, StringComparer.Ordinal).ToList();
    });

    /// <summary>The deeds noted of a person, whatever name the log had for them.</summary>
    public Task<List<string>> NotedAsync(PersonId person) => House.ReadAsync(async db =>
    {
        var aliases = await db.Set<AliasRow>().Where(a => a.Person == person).Select(a => (AuditAlias?)a.Alias).ToListAsync();
        return await db.Set<AuditEntry>().Where(e => aliases.Contains(e.Subject)).OrderBy(e => e.At).Select(e => e.Deed).ToListAsync();
    });

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
