using Tupa.Access;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Tupa.Tests;

/// <summary>A town with one guest of each kind, and something to see for each of them.</summary>
internal sealed class VisitedTown : IAsyncDisposable
{
    private readonly Dictionary<string, string> _things = new(StringComparer.Ordinal);

    private VisitedTown(TestHouse house) => House = house;

    public TestHouse House { get; }

    public Dictionary<Guest, HttpClient> Guests { get; } = [];

    public static async Task<VisitedTown> BuildAsync(TestHouse house)
    {
        var town = new VisitedTown(house);
        await town.FillAsync();
        return town;
    }

    /// <summary>"/spaces/{bridge}" with the id of the thing in its place.</summary>
    public string Address(string path) => _things.Aggregate(path, (at, thing) => at.Replace($"{{{thing.Key}}}", thing.Value, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var guest in Guests.Values) guest.Dispose();
        await House.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var city = await House.Town.CityAsync();
        var school = await House.Town.UnitAsync("Salmen koulu", UnitKind.School, city, "03764");
        var @class = await House.Town.GroupAsync("7B", GroupKind.Class, school);
        var council = await House.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var steward = await House.Town.StaffAsync("Sami Hautakangas");
        var teacher = await House.Town.TeacherAsync("Jelena Šarić-Niemi", school, @class);
        var people = new Dictionary<Guest, PersonId>
        {
            [Guest.Steward] = steward,
            [Guest.Teacher] = teacher,
            [Guest.Staff] = await House.Town.StaffAsync("Börje Öhman"),
            [Guest.Pupil] = await House.Town.PupilAsync("Oona Oppilas", school, @class),
            [Guest.Partner] = await House.Town.PartnerAsync("Pirjo Kumppani", steward),
            [Guest.Elected] = await House.Town.ElectedAsync("Eero Valta", council),
            [Guest.Administrator] = await House.Town.StaffAsync("Rauni Rekisteri"),
            [Guest.NotGated] = await House.Town.StaffAsync("Uuno Uusi"),
        };
        var classmate = await House.Town.PupilAsync("Veeti Åkerlund", school, @class);

        var bridge = await House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, steward);
        await House.Town.JoinAsync(people[Guest.Partner], bridge.Members, (int)SpaceRole.Contributor);
        var square = await House.Town.SpaceAsync("Henkilöstön tori", Confidentiality.Open, steward);
        var room = await House.Town.SpaceAsync("Luokka 7B", Confidentiality.Members, teacher);
        await House.Town.IncludeAsync(room.Members, @class, SpaceRole.Contributor);
        var hall = await House.Town.SpaceAsync("Valtuustosali", Confidentiality.Members, steward);
        await House.Town.IncludeAsync(hall.Members, council, SpaceRole.Reader);

        var post = await PublishAsync(bridge, steward, "Silta aukeaa");
        var (classPost, comment, report) = (await PublishAsync(room, classmate, "Retki perjantaina"), CommentId.New(), ReportId.New());
        await PublishAsync(hall, steward, "Esityslista");
        await PublishAsync(square, steward, "Kahvit torilla");
        await House.InAsync((CommentActions comments) => comments.SayAsync(post, new(comment, "Hyvä uutinen", null, 0, []), Actor.Of(people[Guest.Partner])));
        await House.InAsync((PostActions posts) => posts.ReviseAsync(new() { Id = post, Space = bridge.Id, Title = "Silta aukeaa", Body = "Korjattu teksti", Who = Who.Same }, Actor.Of(steward)));
        await House.InAsync((ReportActions reports) => reports.ReportAsync(report, "post", classPost.Value, "Tämä on ikävä", Actor.Of(people[Guest.Pupil])));
        await House.InAsync((DraftActions drafts) => drafts.SaveAsync(new() { Id = PostId.New(), Space = bridge.Id, Title = "Kesken jäänyt" }, Actor.Of(steward)));
        await EmpowerAsync(people[Guest.Administrator]);

        Guests[Guest.SignedOut] = House.Visitor();
        foreach (var (guest, person) in people) Guests[guest] = await House.SignedInAsync(person, gates: guest != Guest.NotGated);
        (_things["bridge"], _things["room"], _things["post"], _things["comment"]) = ($"{bridge.Id}", $"{room.Id}", $"{post}", $"{comment}");
        (_things["audience"], _things["report"], _things["class"], _things["pupil"]) = ($"{bridge.Audience}", $"{report}", $"{@class}", $"{people[Guest.Pupil]}");
        (_things["staff"], _things["classpost"]) = ($"{people[Guest.Staff]}", $"{classPost}");
        _things["partnership"] = $"{await House.AssignmentAsync(people[Guest.Partner])}";
        _things["duty"] = $"{await House.AssignmentAsync(people[Guest.Staff])}";
        _things["link"] = await House.InAsync((UnsubscribeLinks links) => Task.FromResult(links.For(people[Guest.Staff]).Split("token=")[1]));
    }

    private async Task<PostId> PublishAsync(TestSpace space, PersonId by, string title)
    {
        var id = PostId.New();
        Assert.Null((await House.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = id, Space = space.Id, Title = title, Body = "Teksti" }, Actor.Of(by)))).Refusal);
        return id;
    }

    /// <summary>Administrator of register A; the second factor is a row, for nobody signs in with it here.</summary>
    private Task EmpowerAsync(PersonId person) => House.WriteAsync(async db =>
    {
        var assignment = await db.Set<Assignment>().Where(a => a.Person == person).Select(a => a.Id).FirstAsync();
        db.Add(new Authority { Id = AuthorityId.New(), Assignment = assignment, Kind = AuthorityKind.RegisterAdministrator, Scope = "A", FromUtc = House.Now.AddDays(-1), UntilUtc = House.Now.AddDays(30) });
        db.Add(new Factor { Person = person, Sealed = [1], ConfirmedAt = House.Now, CreatedAt = House.Now });
    });
}
