using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Spaces;

/// <summary>What the form of a space posts: when it is founded, and when it is changed. Kept as typed until it is right.</summary>
public sealed record SpaceInput
{
    /// <summary>In the form of a new space, so that posting twice makes one.</summary>
    public Guid Id { get; init; }
    public string? Name { get; init; }
    public string? Purpose { get; init; }
    public string? Description { get; init; }
    public Guid? Unit { get; init; }
    public int? Confidentiality { get; init; }
    public Guid? Retention { get; init; }

    /// <summary>"always" or "standing-in".</summary>
    public string? Deputies { get; init; }
    public string? Steward { get; init; }
    public Guid? StewardId { get; init; }
    public string? Second { get; init; }
    public Guid? SecondId { get; init; }

    /// <summary>The version that the form was opened on.</summary>
    public int Version { get; init; }

    internal static SpaceInput Of(IFormCollection form) => new()
    {
        Id = Key(form["id"]) ?? Guid.CreateVersion7(),
        Name = form["name"],
        Purpose = form["purpose"],
        Description = form["description"],
        Unit = Key(form["unit"]),
        Confidentiality = Number(form["confidentiality"]),
        Retention = Key(form["retention"]),
        Deputies = form["deputies"],
        Steward = form["steward"],
        StewardId = Key(form["steward-id"]),
        Second = form["second"],
        SecondId = Key(form["second-id"]),
        Version = Number(form["version"]) ?? -1,
    };

    internal static SpaceInput Of(SpaceHead head) => new()
    {
        Id = head.Open.Id.Value,
        Name = head.Open.Name,
        Purpose = head.Purpose,
        Description = head.Description,
        Unit = head.Unit.Value,
        Confidentiality = (int)head.Open.Confidentiality,
        Retention = head.Retention.Value,
        Deputies = head.Open.Deputies ? "always" : StandingIn,
        Version = head.Version,
    };

    internal Confidentiality Level => (Confidentiality)Confidentiality!.Value;

    internal const string StandingIn = "standing-in";

    internal bool TakesDeputies => Deputies != StandingIn;

    internal UnitId UnitId => new(Unit!.Value);

    internal RetentionClassId RetentionId => new(Retention!.Value);

    internal static Guid? Key(string? text) => Guid.TryParse(text, out var id) ? id : null;

    internal static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>What is wrong with the fields themselves, in the order of the form.</summary>
    internal IEnumerable<Fault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new("name", SpaceText.NameNeeded);
        else if (Name.Trim().Length > Space.LongestName) yield return new("name", SpaceText.TooLong(Space.LongestName));

        // "Muu" is not a purpose.
        if ((Purpose ?? "").Trim().Length < Space.ShortestPurpose) yield return new("purpose", SpaceText.PurposeNeeded);
        else if (Purpose!.Trim().Length > Space.LongestPurpose) yield return new("purpose", SpaceText.TooLong(Space.LongestPurpose));

        if ((Description ?? "").Trim().Length > Space.LongestDescription) yield return new("description", SpaceText.TooLong(Space.LongestDescription));
        if (Unit is null) yield return new("unit", SpaceText.UnitNeeded);
        if (Confidentiality is not { } level || !Enum.IsDefined((Confidentiality)level)) yield return new("confidentiality", SpaceText.ConfidentialityNeeded);
        if (Retention is null) yield return new("retention", SpaceText.RetentionNeeded);
    }
}
