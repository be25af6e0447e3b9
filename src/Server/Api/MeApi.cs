using Microsoft.AspNetCore.Http.HttpResults;
using Tupa.Access;
using Tupa.Register;

namespace Tupa.Server;

/// <summary>Who the token acts as, and everything that the registers hold of that person.</summary>
internal static class MeApi
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/me", ShowAsync).NeedsScope(Scopes.MeRead)
        .WithName("getMe").WithTags("Me").WithSummary("Yourself: every stored detail with its source.");

    private static async Task<Ok<Me>> ShowAsync(Visitor visitor, PersonalSummary summary, CancellationToken stop)
    {
        var me = visitor.Person!.Value;
        var details = await summary.OfAsync(me, stop);
        return TypedResults.Ok(new Me(
            me.Value, visitor.Name, visitor.Language, visitor.IsStaff, visitor.IsElected, visitor.IsPartner, visitor.IsPupil,
            [.. details.Select(d => new Detail(d.Card.ToString(), d.Field, d.Label, d.Value, d.Source?.ToString(), d.ReceivedAt))]));
    }

    /// <param name="Pupil">A pupil or student, who is nothing else in the city.</param>
    private sealed record Me(Guid Id, string Name, string Language, bool Staff, bool Elected, bool Partner, bool Pupil, IReadOnlyList<Detail> Details);

    /// <param name="Register">A: staff, elected officials, partners. B: education services.</param>
    /// <param name="Source">Null where the house derived it from assignments.</param>
    private sealed record Detail(string Register, string Field, string Label, string Value, string? Source, DateTime? ReceivedAt);
}
