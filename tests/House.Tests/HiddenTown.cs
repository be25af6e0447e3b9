using Tupa.Access;
using Tupa.Blobs;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Tupa.Tests;

/// <summary>
/// A town with one of everything that an address can name, none of it for the three who ask: a confidential space and all that is in it,
/// a shielded person, the class of another school, and what is another person's own.
/// </summary>
internal sealed class HiddenTown
{
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    /// <summary>A member of staff, a pupil and a partner.</summary>
    public IReadOnlyList<(string Who, PersonId Person)> Visitors { get; private set; } = [];

    public static async Task<HiddenTown> BuildAsync(TestHouse house)
    {
        var town = new HiddenTown();
        await town.FillAsync(house);
        return town;
    }

    /// <summary>The id that a route's first parameter names: of something that is there, and not for the visitors. A route that names something else fails.</summary>
    public IEnumerable<(string Name, Guid Id)> Of(HouseRoute route)
    {
        var place = route.Pattern.Replace("/api/v1", "", StringComparison.Ordinal).Split('/')[1];
        string[] names = (place, route.Pattern) switch
        {
            ("posts", var p) when p.Contains("{audience", StringComparison.Ordinal) => ["audience", "part"],
            ("posts", var p) when p.Contains("/drafts/", StringComparison.Ordinal) => ["draft"],
            ("me", var p) when p.Contains("/sessions/", StringComparison.Ordinal) => ["session"],
            ("me", var p) when p.Contains("{assignment", StringComparison.OrdinalIgnoreCase) => ["assignment"],
            ("me", _) => ["token"],
            ("audiences", _) => ["audience", "part"],
            ("arrivals" or "posts", _) => ["post", "hidden"],
            ("content", _) => ["post", "hidden", "comment"],
            ("files", _) => ["file"],
            ("comments", _) => ["comment"],
            ("people", _) => ["person", "other-pupil"],
            ("classes", _) => ["class"],
            ("notifications", _) => ["notice"],
            ("register", var p) when p.Contains("/batches/", StringComparison.Ordinal) => ["batch"],
            ("register", var p) when p.Contains("/years/", StringComparison.Ordinal) => ["year"],
            ("register", var p) when p.Contains("/corrections/", StringComparison.Ordinal) => ["correction"],
            ("register", var p) when p.Contains("/extensions/", StringComparison.Ordinal) => ["extension"],
            ("register", var p) when p.Contains("/people/", StringComparison.Ordinal) => ["person", "other-pupil"],
            ("register", var p) when p.Contains("/joinings/", StringComparison.Ordinal) => ["joining"],
            ("register", var p) when p.Contains("/records/", StringComparison.Ordinal) => ["record"],
            ("register", var p) when p.Contains("/same/", StringComparison.Ordinal) => ["same"],
            ("register", _) => ["authority"],
            ("privacy", _) => ["hold"],
            ("reports", _) => ["report"],
            ("spaces", _) => ["space"],
            _ => throw new InvalidOperationException($"No thing of the town is known for {route.Pattern}: name one here"),
        };
        return names.Select(n => (n, _ids[n]));
    }

    /// <summary>The id of one of the things by its name.</summary>
    public Guid Id(string name) => _ids[name];

    /// <summary>What any form of the house may ask for; the ids in it are of things that nobody hides.</summary>
    public IEnumerable<KeyValuePair<string, string>> Form() =>
    [
        new("id", Guid.CreateVersion7().ToString()), new("space", Guid.CreateVersion7().ToString()), new("title", "Otsikko"), new("body", "Teksti"),
        new("reason", "Syy"), new("role", "20"), new("name", "Uusi nimi"), new("purpose", "Yhteinen työ tässä"), new("confidentiality", "10"), new("version", "0"),
        new("group", GroupId.Elected.ToString()), new("person-id", _ids["author"].ToString()), new("until", "2026-12-31"),
    ];

    private async Task FillAsync(TestHouse house)
    {
        var author = await house.Town.StaffAsync("Aino Mäkelä");
        var shielded = await house.Town.StaffAsync("Salla Suojattu", shielded: true);
        var (here, there) = (await SchoolAsync("Salmen koulu", "03764"), await SchoolAsync("Strandens skola", "03765"));
        var (own, other) = (await house.Town.GroupAsync("7B", GroupKind.Class, here), await house.Town.GroupAsync("8A", GroupKind.Class, there));
        var elsewhere = await house.Town.PupilAsync("Ilona Muualla", there, other, "8A");
        Visitors =
        [
            ("staff", await house.Town.StaffAsync("Börje Öhman")), ("a pupil", await house.Town.PupilAsync("Oona Oppilas", here, own)),
            ("a partner", await house.Town.PartnerAsync("Pirjo Kumppani", shielded)),
        ];
        var space = await house.Town.SpaceAsync("Valmius", Confidentiality.Confidential, author, shielded);
        await house.Town.IncludeAsync(space.Members, other, SpaceRole.Reader);

        var (post, hidden) = (await PublishAsync(house, space, author, Who.All, "liite"), await PublishAsync(house, space, author, Who.Part, null, other));
        Assert.Null(await house.InAsync((PostCareActions care) => care.HideAsync(hidden, Actor.Of(author))));
        var (comment, report, draft) = (CommentId.New(), ReportId.New(), PostId.New());
        Assert.Null(await house.InAsync((CommentActions comments) => comments.SayAsync(post, new(comment, "Hyvä", null, 0, []), Actor.Of(author))));
        Assert.Null(await house.InAsync((ReportActions reports) => reports.ReportAsync(report, "post", post.Value, "Syy", Actor.Of(shielded))));
        Assert.Null(await house.InAsync((DraftActions drafts) => drafts.SaveAsync(new() { Id = draft, Space = space.Id, Title = "Kesken" }, Actor.Of(author))));
        await house.OpenSessionAsync(author);
        var token = ApiTokenId.New();
        await house.WriteAsync(async db =>
        {
            db.Add(new NoticeRow { Id = NoticeId.New(), Person = author, Kind = NoticeKind.MustRead, Thing = post.Value, ThingKind = "post", Space = space.Id, At = house.Now });
            db.Add(new ApiToken { Id = token, Person = author, Name = "oma", TokenHash = Secrets.Hash("x"), Scopes = Scopes.MeRead, CreatedAt = house.Now, UntilUtc = house.Now.AddDays(1) });
            var assignment = await db.Set<Assignment>().Where(a => a.Person == author).Select(a => a.Id).FirstAsync();
            _ids["assignment"] = assignment.Value;
            Keep("hold", new LegalHold { Id = LegalHoldId.New(), Person = shielded, Reason = "Asia 1/2026", PlacedAt = house.Now, LastDay = Helsinki.Day(house.Now).AddDays(30), UntilUtc = house.Now.AddDays(7) }, h => h.Id.Value);
            Keep("extension", new Extension { Id = ExtensionId.New(), Assignment = assignment, LastDay = Helsinki.Day(house.Now).AddDays(90), Reason = "Hanke jatkuu", ProposedAt = house.Now }, e => e.Id.Value);
            Keep("correction", new Correction { Id = CorrectionId.New(), Person = author, Card = Card.A, Column = "phone", Source = Source.Supervisors, Said = "Numero vaihtui", AskedAt = house.Now }, c => c.Id.Value);
            Keep("batch", new Batch { Id = BatchId.New(), Source = Source.Schools, Feed = "oneroster", Format = "oneroster", SentAt = house.Now, State = BatchState.Waiting }, b => b.Id.Value);
            Keep("year", new YearChange
            {
                Id = YearChangeId.New(),
                Source = Source.Schools,
                Feed = "oneroster",
                Format = "oneroster",
                Day = Helsinki.Day(house.Now).AddDays(30),
                State = YearState.Waiting,
                Run = new(_ids["batch"]),
                SentAt = house.Now,
            }, y => y.Id.Value);
            var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Schools, Feed = "oneroster", Key = "S-1" };
            db.Add(record);
            Keep("same", new SameTask { Id = SameTaskId.New(), Record = record.Id, Candidate = shielded, MadeAt = house.Now }, s => s.Id.Value);
            Keep("record", new SourceRecord { Id = SourceRecordId.New(), Source = Source.Ldap, Key = "guid-1", Person = shielded }, r => r.Id.Value);
            Keep("joining", new Joining { Id = JoiningId.New(), Kept = shielded, Lost = author, State = JoiningState.Asked, AskedBy = author, AskedAt = house.Now }, j => j.Id.Value);
            void Keep<T>(string name, T thing, Func<T, Guid> id) where T : class
            {
                db.Add(thing);
                _ids[name] = id(thing);
            }

            db.Add(new Authority { Id = AuthorityId.New(), Assignment = assignment, Kind = AuthorityKind.SecurityOfficer, FromUtc = house.Now, UntilUtc = house.Now.AddDays(30) });
        });

        (_ids["author"], _ids["person"], _ids["other-pupil"], _ids["class"]) = (author.Value, shielded.Value, elsewhere.Value, other.Value);
        (_ids["space"], _ids["audience"], _ids["post"], _ids["hidden"]) = (space.Id.Value, space.Audience.Value, post.Value, hidden.Value);
        (_ids["comment"], _ids["report"], _ids["draft"], _ids["token"]) = (comment.Value, report.Value, draft.Value, token.Value);
        await house.ReadAsync(async db =>
        {
            _ids["part"] = await db.Set<Post>().Where(p => p.Id == hidden).Select(p => p.Audience.Value).SingleAsync();
            _ids["file"] = await db.Set<AttachedFile>().Select(f => f.Id.Value).SingleAsync();
            _ids["session"] = await db.Set<Session>().Where(s => s.Person == author).Select(s => s.Id.Value).SingleAsync();
            _ids["notice"] = await db.Set<NoticeRow>().Where(n => n.Person == author && n.Kind == NoticeKind.MustRead).Select(n => n.Id.Value).SingleAsync();
            _ids["authority"] = await db.Set<Authority>().Select(a => a.Id.Value).SingleAsync();
            return true;
        });

        async Task<UnitId> SchoolAsync(string name, string code) => await house.Town.UnitAsync(name, UnitKind.School, await house.Town.CityAsync(), code);
    }

    private static async Task<PostId> PublishAsync(TestHouse house, TestSpace space, PersonId by, Who who, string? file, params GroupId[] groups)
    {
        var input = new PostInput { Id = PostId.New(), Space = space.Id, Title = "Varautuminen", Body = "Teksti", Who = who, Groups = groups };
        if (file is not null) input = input with { Files = [new(await UploadAsync(house, by, file), "")] };
        Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(by)))).Refusal);
        return input.Id;
    }

    internal static async Task<FileId> UploadAsync(TestHouse house, PersonId by, string name)
    {
        var id = FileId.New();
        await house.InAsync(async (IServiceProvider services) =>
        {
            var receiving = services.GetRequiredService<Receiving>();
            var (received, _) = await receiving.ReceiveAsync(new MemoryStream("Pöytäkirja"u8.ToArray()), $"{name}.txt", default);
            await services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
            {
                services.GetRequiredService<TupaDb>().Add(new Upload { Id = id, Blob = await receiving.AddAsync(received!, default), Person = by, Name = $"{name}.txt", At = house.Now });
                return true;
            });
        });
        await house.InAsync((ScanJob job) => job.RunAsync(default));
        await house.InAsync((MediaJob job) => job.RunAsync(default));
        return id;
    }
}
