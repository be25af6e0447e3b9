using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A town with one of everything that a route can name: a member of staff who looks after a space, and an administrator who leads and teaches.</summary>
internal sealed class RouteTown
{
    private readonly Dictionary<string, Guid> _things = new(StringComparer.Ordinal);

    private UnitId _school;

    public required PersonId Staff { get; init; }

    public required PersonId Colleague { get; init; }

    public required PersonId Administrator { get; init; }

    public required TestSpace Space { get; init; }

    public PostId Post { get; } = PostId.New();

    public static async Task<RouteTown> BuildAsync(TestHouse house)
    {
        var staff = await house.Town.StaffAsync("Aino Mäki");
        var school = await house.Town.UnitAsync("Kuusiston koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var @class = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var colleague = await house.Town.StaffAsync("Eero Lahti", school);
        var administrator = await house.Town.TeacherAsync("Outi Salmela", school, @class);
        await house.Town.PupilAsync("Oona Oppilas", school, @class);
        var town = new RouteTown
        {
            Staff = staff,
            Colleague = colleague,
            Administrator = administrator,
            Space = await house.Town.SpaceAsync("Hanke", Confidentiality.Members, staff, colleague),
        };
        (town._school, town._things["classes"]) = (school, @class.Value);
        town._things["partners"] = (await house.AssignmentAsync(await house.Town.PartnerAsync("Pirjo Kumppani", staff))).Value;
        town._things["me"] = (await house.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == colleague).Select(a => a.Id).SingleAsync())).Value;
        await house.Town.JoinAsync(administrator, town.Space.Members, (int)SpaceRole.Reader);
        await town.EmpowerAsync(house);
        await town.FillAsync(house);
        return town;
    }

    /// <summary>Who opens this route: what is not for staff at large is for the administrator.</summary>
    public PersonId Opens(HouseRoute route) =>
        route.Pattern.StartsWith("/register", StringComparison.Ordinal) || route.Pattern.StartsWith("/me/people", StringComparison.Ordinal) || route.Pattern.StartsWith("/privacy/erasures", StringComparison.Ordinal) || route.Pattern.StartsWith("/privacy/log", StringComparison.Ordinal) || route.Pattern.StartsWith("/privacy/claims", StringComparison.Ordinal) || route.Pattern.StartsWith("/classes/", StringComparison.Ordinal)
            || route.Pattern.EndsWith("/second-factor", StringComparison.Ordinal) || route.Pattern.EndsWith("/sign-in-code", StringComparison.Ordinal)
            ? Administrator
            : Staff;

    /// <summary>The address of a route about something in this town; null where the town has no such thing.</summary>
    public string? Address(HouseRoute route)
    {
        if (!route.HasParameters) return route.Pattern;

        var place = route.Pattern.Replace("/api/v1", "", StringComparison.Ordinal).Split('/')[1];
        Guid? id = place switch
        {
            "spaces" => Space.Id.Value,
            "posts" when route.Pattern.Contains("/mentions/", StringComparison.Ordinal) => Space.Audience.Value,
            "posts" or "arrivals" or "content" => Post.Value,
            "people" => Colleague.Value,
            "register" when route.Pattern.StartsWith("/register/people/", StringComparison.Ordinal) => Colleague.Value,
            "audiences" => Space.Audience.Value,
            "me" when route.Pattern.StartsWith("/me/partners/", StringComparison.Ordinal) => _things["partners"],
            _ => _things.TryGetValue(place, out var thing) ? thing : null,
        };
        return id is null ? null : RouteList.Filled(route.Pattern, name => name switch { "kind" => "post", "rendition" => "original", _ => $"{id}" });
    }

    /// <summary>As many again of everything that a page lists.</summary>
    public async Task CrowdAsync(TestHouse house, int number)
    {
        for (var i = 0; i < number; i++)
        {
            var person = await house.Town.StaffAsync($"Tiina Joukko{i}", _school);
            var (post, space) = (PostId.New(), await house.Town.SpaceAsync($"Tila {i}", Confidentiality.Open, Staff, Colleague));
            await house.Town.JoinAsync(person, Space.Members, (int)SpaceRole.Contributor);
            await house.Town.PupilAsync($"Pauli Parvi{i}", _school, new(_things["classes"]));
            await house.Town.PartnerAsync($"Kaisa Kumppani{i}", Staff);
            Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = post, Space = Space.Id, Title = $"Uutinen {i}", Body = "Teksti" }, Actor.Of(person)))).Refusal);
            Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = PostId.New(), Space = space.Id, Title = $"Muu {i}", Body = "Teksti" }, Actor.Of(Colleague)))).Refusal);
            Assert.Null(await house.InAsync((CommentActions comments) => comments.SayAsync(Post, new(CommentId.New(), $"Hyvä {i}", null, 0, []), Actor.Of(person))));
            Assert.Null(await house.InAsync((DraftActions drafts) => drafts.SaveAsync(new() { Id = PostId.New(), Space = Space.Id, Title = $"Kesken {i}" }, Actor.Of(Staff))));
            Assert.Null(await house.InAsync((ReportActions reports) => reports.ReportAsync(ReportId.New(), "post", post.Value, "Syy", Actor.Of(Colleague))));
        }
    }

    /// <summary>The administrator leads the school, and has the authorities that open a page of their own.</summary>
    private Task EmpowerAsync(TestHouse house) => house.WriteAsync(async db =>
    {
        var assignment = await db.Set<Assignment>().Where(a => a.Person == Administrator).Select(a => a.Id).FirstAsync();
        (await db.Set<Unit>().SingleAsync(u => u.Id == _school)).Head = assignment;
        foreach (var (kind, scope) in new[] { (AuthorityKind.RegisterAdministrator, "A"), (AuthorityKind.SecurityOfficer, null), (AuthorityKind.SourceSteward, nameof(Source.Schools)), (AuthorityKind.SourceSteward, nameof(Source.Scim)) })
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = assignment, Kind = kind, Scope = scope, FromUtc = house.Now.AddDays(-1), UntilUtc = house.Now.AddDays(30) });
        db.Add(new Factor { Person = Administrator, Sealed = [1], ConfirmedAt = house.Now, CreatedAt = house.Now });
        db.Add(new Factor { Person = Colleague, Sealed = [1], ConfirmedAt = house.Now, CreatedAt = house.Now });
    });

    private async Task FillAsync(TestHouse house)
    {
        var (file, comment, report, notice) = (await HiddenTown.UploadAsync(house, Colleague, "liite"), CommentId.New(), ReportId.New(), NoticeId.New());
        var input = new PostInput { Id = Post, Space = Space.Id, Title = "Terve", Body = "Tervetuloa", Files = [new(file, "")] };
        Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(Colleague)))).Refusal);
        Assert.Null(await house.InAsync((CommentActions comments) => comments.SayAsync(Post, new(comment, "Hyvä", null, 0, []), Actor.Of(Staff))));
        Assert.Null(await house.InAsync((ReportActions reports) => reports.ReportAsync(report, "post", Post.Value, "Syy", Actor.Of(Colleague))));
        await house.WriteAsync(db =>
        {
            db.Add(new NoticeRow { Id = notice, Person = Staff, Kind = NoticeKind.MustRead, Thing = Post.Value, ThingKind = "post", Space = Space.Id, At = house.Now });
            return Task.CompletedTask;
        });
        (_things["files"], _things["comments"], _things["reports"], _things["notifications"]) = (file.Value, comment.Value, report.Value, notice.Value);
    }
}
