using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Spaces.Members;
using Tupa.Spaces.Spaces;
using Tupa.Ui;

namespace Tupa.Spaces;

internal static class MemberRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var space = routes.MapGroup("/spaces/{id:guid}").DisableAntiforgery();
        space.MapPost("/membership", JoinAsync);
        space.MapPost("/membership/end", LeaveAsync);
        space.MapPost("/groups", AddGroupAsync);
        space.MapPost("/groups/{group:guid}/role", ChangeGroupAsync);
        space.MapPost("/groups/{group:guid}/end", RemoveGroupAsync);
        space.MapPost("/members", AddPersonAsync);
        space.MapPost("/members/{person:guid}/role", ChangeRoleAsync);
        space.MapPost("/members/{person:guid}/end", RemovePersonAsync);
    }

    private static async Task<IResult> JoinAsync(Guid id, MemberActions members, Actor by, CancellationToken stop) =>
        await members.JoinAsync(new(id), by, stop) switch
        {
            null => Page.SeeOther($"/spaces/{id}"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<SpacePage>(new { Id = id, Refusal = refusal }),
        };

    private static async Task<IResult> LeaveAsync(Guid id, MemberActions members, Actor by, CancellationToken stop) =>
        await members.LeaveAsync(new(id), by, stop) switch
        {
            null => Page.SeeOther("/spaces"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<SpaceAboutPage>(new { Id = id, Refusal = refusal }),
        };

    private static async Task<IResult> AddGroupAsync(Guid id, HttpRequest request, MemberActions members, Actor by, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        return SpaceInput.Key(form["group"]) is { } group
            ? Answer(id, await members.AddGroupAsync(new(id), new(group), Role(form), by, stop))
            : Page.Refused<MembersPage>(new { Id = id, Refusal = new Refusal(MemberText.GroupNeeded).At("group") });
    }

    private static async Task<IResult> ChangeGroupAsync(Guid id, Guid group, HttpRequest request, MemberActions members, Actor by, CancellationToken stop) =>
        Answer(id, await members.AddGroupAsync(new(id), new(group), Role(await request.ReadFormAsync(stop)), by, stop));

    private static async Task<IResult> RemoveGroupAsync(Guid id, Guid group, MemberActions members, Actor by, CancellationToken stop) =>
        Answer(id, await members.RemoveGroupAsync(new(id), new(group), by, stop));

    private static async Task<IResult> AddPersonAsync(
        Guid id, HttpRequest request, MemberActions members, PersonPicks picks, TimeProvider clock, Actor by, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var (typed, until) = ((string?)form["person"], (string?)form["until"]);
        var pick = await picks.PickAsync(typed, SpaceInput.Key(form["person-id"]), by, stop);
        DateOnly? day = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;

        List<Fault> faults = [];
        if (pick.Person is null) faults.Add(new("person", pick.Error ?? MemberText.PersonNeeded));
        if (Grants.Wrong(day, clock.Today()) is { } wrong) faults.Add(new("until", wrong));
        var refusal = Refusal.Of(faults) ?? await members.AddPersonAsync(new(id), pick.Person!.Value, Role(form), day!.Value, by, stop);
        if (refusal is null || refusal == Refusal.Absent) return Answer(id, refusal);

        return Page.Refused<MembersPage>(new
        {
            Id = id,
            Typed = typed,
            Until = until,
            Role = (string?)form["role"],
            PersonChoices = pick.Choices,
            Refusal = refusal,
        });
    }

    private static async Task<IResult> ChangeRoleAsync(Guid id, Guid person, HttpRequest request, MemberActions members, Actor by, CancellationToken stop) =>
        Answer(id, await members.ChangeRoleAsync(new(id), new(person), Role(await request.ReadFormAsync(stop)), by, stop));

    private static async Task<IResult> RemovePersonAsync(Guid id, Guid person, MemberActions members, Actor by, CancellationToken stop) =>
        Answer(id, await members.RemovePersonAsync(new(id), new(person), by, stop));

    /// <summary>What is not a role is the least one.</summary>
    private static SpaceRole Role(IFormCollection form) =>
        SpaceInput.Number(form["role"]) is { } role && Enum.IsDefined((SpaceRole)role) ? (SpaceRole)role : SpaceRole.Reader;

    private static IResult Answer(Guid id, Refusal? refusal) => refusal switch
    {
        null => Page.SeeOther($"/spaces/{id}/members"),
        _ when refusal == Refusal.Absent => Page.Absent(),
        _ => Page.Refused<MembersPage>(new { Id = id, Refusal = refusal }),
    };
}
