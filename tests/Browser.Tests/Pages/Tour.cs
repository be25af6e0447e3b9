using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A town that has something on every page, and the tabs in which it is looked at.</summary>
public sealed class Tour : IAsyncLifetime
{
    public TestHouse House { get; private set; } = null!;

    public PersonId Steward { get; private set; }

    public PersonId Colleague { get; private set; }

    public AssignmentId ColleagueDuty { get; private set; }

    public PersonId Teacher { get; private set; }

    public PersonId Pupil { get; private set; }

    public PersonId Operator { get; private set; }

    /// <summary>The assignment of the partner whom the steward answers for.</summary>
    public AssignmentId Partnership { get; private set; }

    /// <summary>A delivery that waits for a second person.</summary>
    public BatchId Batch { get; } = BatchId.New();

    /// <summary>The plan of the next school year, which waits for a second person.</summary>
    public YearChangeId YearChange { get; } = YearChangeId.New();

    public JoiningId Joining { get; } = JoiningId.New();

    /// <summary>Has signed in and passed no gate yet.</summary>
    public PersonId Newcomer { get; private set; }

    public UnitId School { get; private set; }

    public GroupId Class { get; private set; }

    public TestSpace Space { get; private set; } = null!;

    internal PostId Post { get; private set; }

    internal CommentId Comment { get; private set; }

    internal ReportId Report { get; private set; }

    public async ValueTask InitializeAsync()
    {
        House = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        await PeopleAsync(House.Town);
        await EndingsAsync();
        await YearAsync();
        await ContentAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    /// <summary>A tab of one who goes to the stop; null is a visitor.</summary>
    internal Task<IPage> OpenAsync(PersonId? who, int width = 1280, Action<BrowserNewContextOptions>? more = null) =>
        who is { } person
            ? Chromium.OpenAsAsync(House, person, width, gates: person != Newcomer, more: more)
            : Chromium.OpenAsync(House, width, more: more);

    private async Task PeopleAsync(Town town)
    {
        School = await town.UnitAsync("Salmen koulu", UnitKind.School, await town.CityAsync(), "03764");
        Class = await town.GroupAsync("7B", GroupKind.Class, School);
        Steward = await town.StaffAsync("Aino Mäkelä");
        Colleague = await town.StaffAsync("Börje Öhman");
        Teacher = await town.TeacherAsync("Jelena Šarić-Niemi", School, Class);
        Pupil = await town.PupilAsync("Aada Koivisto", School, Class);
        Newcomer = await town.PartnerAsync("Roope Järvelin", Steward);
        Partnership = await House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == Newcomer).Select(a => a.Id).SingleAsync());
        Operator = await town.StaffAsync("Petri Kallunki");
        var duty = await House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == Operator).Select(a => a.Id).SingleAsync());
        await House.InAsync((AuthorityActions powers) => powers.MakeFirstOperatorAsync(duty, Actor.House("test")));
        await House.WriteAsync(db =>
        {
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = duty, Kind = AuthorityKind.SourceSteward, Scope = "Supervisors", FromUtc = House.Now.AddDays(-1), UntilUtc = House.Now.AddDays(30) });
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = duty, Kind = AuthorityKind.SourceSteward, Scope = "Schools", FromUtc = House.Now.AddDays(-1), UntilUtc = House.Now.AddDays(30) });
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = duty, Kind = AuthorityKind.SecurityOfficer, FromUtc = House.Now.AddDays(-1), UntilUtc = House.Now.AddDays(30) });
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = duty, Kind = AuthorityKind.RegisterAdministrator, Scope = "A", FromUtc = House.Now.AddDays(-1), UntilUtc = House.Now.AddDays(30) });
            db.Add(new Joining { Id = Joining, Kept = Colleague, Lost = PersonId.New(), State = JoiningState.PartAsked, AskedBy = Steward, AskedAt = House.Now, JoinedAt = House.Now });
            db.Add(new Disclosure { Id = DisclosureId.New(), By = Operator, At = House.Now, Purpose = "Kriisiviestinnän yhteystiedot", Registers = "A", Filter = "Staff.Here", Columns = "email phone", People = 6 });
            db.Add(new Factor { Person = Operator, Sealed = [1], ConfirmedAt = House.Now, CreatedAt = House.Now });
            db.Add(new Batch
            {
                Id = Batch,
                Source = Source.Supervisors,
                Feed = "",
                Format = "supervisors",
                FileName = "henkilosto.csv",
                State = BatchState.Waiting,
                Brake = BrakeCause.Ends,
                Live = 40,
                Ending = 9,
                Changes = 9,
                SentAt = House.Now,
                StagedAt = House.Now,
            });
            return Task.CompletedTask;
        });
    }

    /// <summary>The pupil's class goes up a year, and nineteen others with it; some come and some leave.</summary>
    private async Task YearAsync()
    {
        var day = House.Clock.Today().AddDays(60);
        var tally = new SchoolTally(
            School.Value, "Salmen koulu", "Salmen koulu",
            new Dictionary<YearMove, int> { [YearMove.Arrives] = 21, [YearMove.Leaves] = 18, [YearMove.MovesUp] = 1, [YearMove.StaffGroups] = 4 }, 2,
            new Dictionary<GroupChange, int> { [GroupChange.New] = 1, [GroupChange.Renamed] = 1, [GroupChange.Ended] = 1 });
        var laid = new Batch
        {
            Id = BatchId.New(),
            Source = Source.Schools,
            Feed = "oneroster",
            Format = "oneroster",
            State = BatchState.Tried,
            DryRun = true,
            Brake = BrakeCause.Ends,
            Live = 140,
            Ending = 18,
            Changes = 44,
            ForDay = day,
            SentAt = House.Now,
        };
        var told = new FedPerson("o-1", Card.B, "Aada", "Koivisto", []) { School = "03764", ClassName = "8B", Role = SchoolRole.Pupil };
        await House.WriteAsync(db =>
        {
            db.Add(laid);
            db.Add(new Staged { Batch = laid.Id, Key = "o-1", Kind = StagedKind.Changed, Turn = 0, Unit = School, From = School, Person = Pupil, Payload = Canon.Write(told), Fields = "class_name", Move = YearMove.MovesUp });
            db.Add(new StagedGroup { Batch = laid.Id, Kind = GroupKind.Class, Code = "Schools:oneroster:7b", NameFi = "8B", NameSv = "8B", Unit = School, Group = Class.Value, Change = GroupChange.Renamed });
            db.Add(new YearChange
            {
                Id = YearChange,
                Source = Source.Schools,
                Feed = "oneroster",
                Format = "oneroster",
                Day = day,
                State = YearState.Waiting,
                Run = laid.Id,
                Plan = laid.Id,
                KeptAt = House.Now,
                Tally = YearTally.Write([tally]),
                SentAt = House.Now,
            });
            return Task.CompletedTask;
        });
    }

    /// <summary>The operator heads the city; a colleague's duty ends within weeks, and it is proposed that a teacher's go on.</summary>
    private async Task EndingsAsync()
    {
        var duties = await House.ReadAsync(db => db.Set<Assignment>().Select(a => new { a.Id, a.Person }).ToDictionaryAsync(a => a.Person, a => a.Id));
        var city = await House.Town.CityAsync();
        await House.WriteAsync(async db =>
        {
            await db.Set<Unit>().Where(u => u.Id == city).ExecuteUpdateAsync(set => set.SetProperty(u => u.Head, duties[Operator]));

            // Here since before the round opened, so that the round asks about the colleague.
            var opens = ConfirmationRound.Of(House.Clock.Today()).Opens;
            await db.Set<Person>().Where(p => p.Id == Colleague).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, Helsinki.StartOf(opens)));
            await db.Set<Assignment>().Where(a => a.Id == duties[Colleague]).ExecuteUpdateAsync(set => set.SetProperty(a => a.FirstDay, opens));
            db.Add(new Extension
            {
                Id = ExtensionId.New(),
                Assignment = duties[Teacher],
                LastDay = House.Clock.Today().AddDays(200),
                Reason = "Luokan opetus jatkuu kevääseen.",
                ProposedBy = Steward,
                ProposedAt = House.Now,
            });
        });
        ColleagueDuty = duties[Colleague];
        var end = Helsinki.EndOf(House.Clock.Today().AddDays(40));
        await House.InAsync((AssignmentActions assignments) => assignments.EndAsync([duties[Colleague]], end, Actor.House("test")));
    }

    private async Task ContentAsync()
    {
        Space = await House.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, Steward);
        await House.Town.JoinAsync(Colleague, Space.Members, (int)SpaceRole.Contributor, House.Now.AddDays(60));
        await House.Town.IncludeAsync(Space.Members, Class, SpaceRole.Reader);
        Post = await PublishAsync(Steward, "Silta aukeaa joulukuussa", "Kannen pintaus on **valmis**.\n\n- kaiteet\n- valaisimet");
        await House.InAsync((PostActions posts) => posts.ReviseAsync(Input(Post, "Silta aukeaa 5.12.", "Kannen pintaus on **valmis**.") with { Version = 1, Who = Who.Same }, Actor.Of(Steward)));
        await PublishAsync(Colleague, "", "Otsikoton huomio: @Aino");
        foreach (var days in new[] { 2, 3, 4 }) await MustReadAsync(days);
        Comment = await SayAsync(Steward, "Avajaiset ovat torilla.");
        await SayAsync(Colleague, "Hieno uutinen!");
        Report = ReportId.New();
        await House.InAsync((ReportActions reports) => reports.ReportAsync(Report, "post", Post.Value, "Kuvassa on tunnistettava ihminen.", Actor.Of(Colleague)));
        await House.InAsync((DraftActions drafts) => drafts.SaveAsync(Input(PostId.New(), "Kesken", "Tämä jäi kesken"), Actor.Of(Steward)));
    }

    private async Task<PostId> PublishAsync(PersonId by, string title, string body)
    {
        var id = PostId.New();
        Assert.Null((await House.InAsync((PostActions posts) => posts.PublishAsync(Input(id, title, body), Actor.Of(by)))).Refusal);
        return id;
    }

    private async Task MustReadAsync(int days)
    {
        var day = Helsinki.Day(House.Now).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var input = Input(PostId.New(), $"Luettava {days}", "Uusi poistumisohje.") with { MustRead = true, MustDay = day };
        Assert.Null((await House.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(Steward)))).Refusal);
    }

    private async Task<CommentId> SayAsync(PersonId by, string body)
    {
        var id = CommentId.New();
        Assert.Null(await House.InAsync((CommentActions comments) => comments.SayAsync(Post, new(id, body, null, 0, []), Actor.Of(by))));
        return id;
    }

    private PostInput Input(PostId id, string title, string body) => new() { Id = id, Space = Space.Id, Title = title, Body = body };
}
