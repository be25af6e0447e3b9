using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Http;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the form of an invitation posts. Kept as typed until it is right.</summary>
public sealed record InvitationInput
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int LongestOrganisation = 200;

    /// <summary>The id of the partner's assignment, so that posting twice invites once.</summary>
    public Guid Id { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? Email { get; init; }
    public string? Organisation { get; init; }
    public string? Contract { get; init; }
    public string? Purpose { get; init; }
    public string? LastDay { get; init; }
    public IReadOnlyList<Guid> Places { get; init; } = [];
    public string? Deputy { get; init; }
    public Guid? DeputyId { get; init; }

    internal static InvitationInput Of(IFormCollection form) => new()
    {
        Id = Guid.TryParse(form["id"], out var id) ? id : Guid.CreateVersion7(),
        GivenName = form["given-name"],
        FamilyName = form["family-name"],
        Email = form["email"],
        Organisation = form["organisation"],
        Contract = form["contract"],
        Purpose = form["purpose"],
        LastDay = form["last-day"],
        Places = [.. form["place"].Select(p => Guid.TryParse(p, out var place) ? place : (Guid?)null).OfType<Guid>().Distinct()],
        Deputy = form["deputy"],
        DeputyId = Guid.TryParse(form["deputy-id"], out var deputy) ? deputy : null,
    };

    internal DateOnly? Day => DayOf(LastDay);

    internal static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>As it is stored.</summary>
    internal InvitationInput Tidy() => this with
    {
        GivenName = GivenName!.Trim().Normalize(),
        FamilyName = FamilyName!.Trim().Normalize(),
        Email = Email!.Trim().ToLowerInvariant(),
        Organisation = Organisation!.Trim().Normalize(),
        Contract = Contract!.Trim(),
        Purpose = Purpose!.Trim(),
    };

    /// <summary>What is wrong with the fields themselves, in the order of the form.</summary>
    internal IEnumerable<Fault> Faults(DateOnly today)
    {
        if (Wrong(GivenName, LongestName)) yield return new("given-name", PartnerText.NeedsText(LongestName));
        if (Wrong(FamilyName, LongestName)) yield return new("family-name", PartnerText.NeedsText(LongestName));
        if (Wrong(Email, LongestEmail) || !MailAddress.TryCreate(Email!.Trim(), out var address) || address.Address != Email.Trim()) yield return new("email", PartnerText.BadEmail);
        if (Wrong(Organisation, LongestOrganisation)) yield return new("organisation", PartnerText.NeedsText(LongestOrganisation));
        if (Wrong(Contract, Sponsorship.LongestContract)) yield return new("contract", PartnerText.NeedsText(Sponsorship.LongestContract));
        if (Wrong(Purpose, Sponsorship.LongestPurpose)) yield return new("purpose", PartnerText.NeedsText(Sponsorship.LongestPurpose));
        if (Day is not { } day || day < today || day > today.AddMonths(Sponsorship.LongestMonths)) yield return new("last-day", PartnerText.BadDay(today.AddMonths(Sponsorship.LongestMonths)));
    }

    private static bool Wrong(string? typed, int longest) => (typed ?? "").Trim() is not { Length: > 0 } said || said.Length > longest;
}
