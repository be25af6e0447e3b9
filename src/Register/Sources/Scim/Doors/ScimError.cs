using Microsoft.AspNetCore.Http;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Why a request of the directory is not done (RFC 7644, 3.12).</summary>
/// <param name="Type">The scimType; null where the standard has none for it.</param>
internal sealed record ScimError(int Status, string? Type, Text Detail)
{
    public static ScimError InvalidFilter => new(StatusCodes.Status400BadRequest, "invalidFilter", ScimText.InvalidFilter);

    public static ScimError TooMany => new(StatusCodes.Status400BadRequest, "tooMany", ScimText.TooMany);

    public static ScimError Absent => new(StatusCodes.Status404NotFound, null, ScimText.Absent);

    public static ScimError Changed => new(StatusCodes.Status412PreconditionFailed, null, ScimText.Changed);

    public static ScimError TooLarge => new(StatusCodes.Status413PayloadTooLarge, null, ScimText.TooLarge);

    public static ScimError Syntax(Text detail) => new(StatusCodes.Status400BadRequest, "invalidSyntax", detail);

    public static ScimError Path(Text detail) => new(StatusCodes.Status400BadRequest, "invalidPath", detail);

    public static ScimError NoTarget(Text detail) => new(StatusCodes.Status400BadRequest, "noTarget", detail);

    public static ScimError Value(Text detail) => new(StatusCodes.Status400BadRequest, "invalidValue", detail);

    public static ScimError Mutability(Text detail) => new(StatusCodes.Status400BadRequest, "mutability", detail);

    public static ScimError Taken(Text detail) => new(StatusCodes.Status409Conflict, "uniqueness", detail);
}
