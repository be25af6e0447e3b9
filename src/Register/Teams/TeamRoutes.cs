using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Tupa.Kernel;
using Tupa.Register.Teams;
using Tupa.Ui;

namespace Tupa.Register;

/// <summary>What was typed on the page of one of one's people.</summary>
/// <param name="Form">Which of its forms: "placement", "last-day", "end", "extension".</param>
public sealed record MemberInput(string Form, Guid Id = default)
{
    public string? Unit { get; init; }
    public string? Duty { get; init; }
    public string? From { get; init; }
    public string? LastDay { get; init; }
    public string? When { get; init; }
    public string? Reason { get; init; }
}

internal static class TeamRoutes
{
    /// <summary>The value of <see cref="MemberInput.When"/> that asks for a day.</summary>
    public const string OnDay = "day";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/people", ProposeAsync);
        routes.MapPost("/me/people/{assignment:guid}/placement", MoveAsync);
        routes.MapPost("/me/people/{assignment:guid}/last-day", ExtendAsync);
        routes.MapPost("/me/people/{assignment:guid}/end", EndAsync);
    }

    private static async Task<IResult> ProposeAsync(
        [FromForm] Guid id, [FromForm] string? givenName, [FromForm] string? familyName, [FromForm] string? userId, [FromForm] string? email,
        [FromForm] string? duty, [FromForm] string? unit, [FromForm] string? firstDay, [FromForm] string? lastDay, [FromForm] string? absent,
        HttpRequest request, ColleagueActions colleagues, Actor by, CancellationToken stop)
    {
        var typed = new ColleagueInput(id, givenName, familyName, userId, email, Written(duty), Id(unit), firstDay, lastDay, Id(absent)) { AlsoUnits = Ids(request.Form["also"]), Groups = Ids(request.Form["group"]) };
        var (assignment, refusal) = await colleagues.ProposeAsync(typed, by, stop);
        return refusal is null ? Page.SeeOther(assignment is { } made ? $"/me/people/{made}" : "/me/people?show=waits")
            : refusal == Refusal.Absent ? Page.Absent()
            : Page.Refused<NewColleaguePage>(new { Typed = typed, Refusal = refusal });
    }

    private static async Task<IResult> MoveAsync(
        Guid assignment, [FromForm] Guid id, [FromForm] string? unit, [FromForm] string? duty, [FromForm] string? from, TeamActions team, TeamQueries people, Actor by, CancellationToken stop)
    {
        var refusal = await team.MoveAsync(new(id), new(assignment), Id(unit) is { } to ? new UnitId(to) : null, Written(duty), Day(from), by, stop);
        if (refusal is not null) return Answer(refusal, assignment, new("placement", id) { Unit = unit, Duty = duty, From = from });

        // Where nothing was another, nothing new has begun.
        return Page.SeeOther($"/me/people/{(await people.OneAsync(new(id), by, stop) is null ? assignment : id)}");
    }

    private static async Task<IResult> ExtendAsync(Guid assignment, [FromForm] string? lastDay, TeamActions team, Actor by, CancellationToken stop)
    {
        var wrong = !string.IsNullOrWhiteSpace(lastDay) && Day(lastDay) is null;
        return Answer(await team.ExtendAsync(new(assignment), wrong ? DateOnly.MinValue : Day(lastDay), by, stop), assignment, new("last-day") { LastDay = lastDay });
    }

    private static async Task<IResult> EndAsync(Guid assignment, [FromForm] string? when, [FromForm] string? lastDay, TeamActions team, Actor by, CancellationToken stop)
    {
        var day = when == OnDay ? Day(lastDay) ?? DateOnly.MinValue : (DateOnly?)null;
        var refusal = await team.EndAsync(new(assignment), day, by, stop);
        return refusal is null && day is null ? Page.SeeOther("/me/people") : Answer(refusal, assignment, new("end") { When = when, LastDay = lastDay });
    }

    private static IResult Answer(Refusal? refusal, Guid assignment, MemberInput typed) => refusal is null ? Page.SeeOther($"/me/people/{assignment}")
        : refusal == Refusal.Absent ? Page.Absent()
        : Page.Refused<TeamMemberPage>(new { Assignment = assignment, Typed = typed, Refusal = refusal });

    private static string? Written(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>What is no id is one of nobody's, and is answered as such.</summary>
    private static List<Guid> Ids(StringValues typed) => [.. typed.Select(t => Id(t) ?? Guid.Empty).Distinct()];

    private static Guid? Id(string? typed) => Guid.TryParse(typed, out var id) ? id : null;

    private static DateOnly? Day(string? typed) => FieldRules.TryDay(typed, out var day) ? day : null;
}
