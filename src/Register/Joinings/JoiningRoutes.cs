using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Joinings;
using Tupa.Ui;

namespace Tupa.Register;

internal static class JoiningRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/register/people/{person:guid}/joining", JoinAsync);
        routes.MapPost("/register/joinings/{id:guid}/rejection", RejectAsync);
        routes.MapPost("/register/joinings/{id:guid}/parting", PartAsync);
        routes.MapPost("/register/records/{record:guid}/parting", PartRecordAsync);
    }

    private static async Task<IResult> JoinAsync(
        Guid person, [FromForm] Guid? id, [FromForm] Guid? other, [FromForm] Guid? kept, [FromForm] string? seen, JoiningActions joinings, Actor by, CancellationToken stop)
    {
        var (one, two) = (new PersonId(person), new PersonId(other ?? Guid.Empty));
        var stays = new PersonId(kept ?? Guid.Empty);
        if (stays != one && stays != two) return Page.Refused<JoiningPage>(new { Id = person, Given = two.ToString(), Refusal = new Refusal(JoiningText.Kept) });

        return await joinings.JoinAsync(new(id ?? Guid.CreateVersion7()), stays, stays == one ? two : one, Bytes(seen), by, stop) switch
        {
            null => Page.SeeOther("/register/joinings"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<JoiningPage>(new { Id = person, Given = two.ToString(), Kept = stays.Value, Refusal = refusal }),
        };
    }

    private static async Task<IResult> RejectAsync(Guid id, JoiningActions joinings, Actor by, CancellationToken stop) =>
        await joinings.RejectAsync(new(id), by, stop) is null ? Page.SeeOther("/register/joinings") : Page.Absent();

    private static async Task<IResult> PartAsync(Guid id, JoiningActions joinings, Actor by, CancellationToken stop) => await joinings.PartAsync(new(id), by, stop) switch
    {
        null => Page.SeeOther("/register/joinings"),
        var refusal when refusal == Refusal.Absent => Page.Absent(),
        var refusal => Page.Refused<PartingPage>(new { Id = id, Refusal = refusal }),
    };

    private static async Task<IResult> PartRecordAsync(Guid record, [FromForm] Guid? id, [FromForm] Guid? person, JoiningActions joinings, Actor by, CancellationToken stop) =>
        await joinings.PartRecordAsync(new(record), new(id ?? Guid.CreateVersion7()), by, stop) switch
        {
            ({ } asked, null) => Page.SeeOther($"/register/joinings/{asked}"),
            (_, { } refusal) when refusal != Refusal.Absent => Page.Refused<Timelines.TimelinePage>(new { Id = person ?? Guid.Empty, Refusal = refusal }),
            _ => Page.Absent(),
        };

    private static byte[] Bytes(string? seen)
    {
        var bytes = new byte[32];
        return Convert.TryFromBase64String(seen ?? "", bytes, out var length) && length == bytes.Length ? bytes : [];
    }
}
