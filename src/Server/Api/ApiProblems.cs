using Microsoft.AspNetCore.Http.HttpResults;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Why not, for programs (RFC 9457): <c>detail</c> in the language of the request, <c>reason</c> in all three, <c>field</c> where one is to be mended.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult Absent() => Of(Refusal.Absent);

    /// <summary>404 for what is absent, 409 where somebody was faster, 422 for every other refusal.</summary>
    public static ProblemHttpResult Of(Refusal refusal, string? field = null)
    {
        var more = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["reason"] = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["fi"] = refusal.Reason.Fi,
                ["sv"] = refusal.Reason.Sv,
                ["en"] = refusal.Reason.En,
            },
        };
        if (field is not null) more["field"] = field;
        return TypedResults.Problem(detail: refusal.Reason, statusCode: StatusOf(refusal), extensions: more);
    }

    private static int StatusOf(Refusal refusal) =>
        refusal == Refusal.Absent ? StatusCodes.Status404NotFound
        : refusal == Refusal.Clash ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;
}
