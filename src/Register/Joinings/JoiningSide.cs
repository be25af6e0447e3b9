using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One of two who may be one, as an administrator of every register they are in sees them.</summary>
/// <param name="Values">Of both cards, in the order of the statement; of the shielded the name and the user ID.</param>
/// <param name="Made">What they have made, in numbers.</param>
/// <param name="Asked">What has been said and waits: that the person is kept, and somebody else is the same.</param>
public sealed record JoiningSide(
    PersonId Id, string Name, bool Shielded, DateTime AddedAt, IReadOnlyList<SideValue> Values, IReadOnlyList<SideAssignment> Assignments,
    IReadOnlyList<TimelineRecord> Records, IReadOnlyDictionary<MadeKind, int> Made, IReadOnlyList<JoiningAsked> Asked);

/// <summary>One attribute of a card.</summary>
public sealed record SideValue(Card Card, string Column, string? Value);

/// <summary>A reason to be here.</summary>
/// <param name="Place">Null where there is none, and for the shielded; so is the duty.</param>
/// <param name="LastDay">Null where it is open.</param>
public sealed record SideAssignment(
    AssignmentId Id, Population Population, string? Duty, string? Place, Source Source, DateOnly FirstDay, DateOnly? LastDay, DateTime UntilUtc, int Partners, IReadOnlyList<HeldAuthority> Powers);

/// <summary>What one administrator has said of two people.</summary>
/// <param name="By">A name; null where that administrator has no card.</param>
public sealed record JoiningAsked(JoiningId Id, PersonId Kept, PersonId Lost, bool ByMe, string? By, DateTime At);

/// <summary>Two who may be one, side by side.</summary>
public sealed record JoiningPair(JoiningSide One, JoiningSide Other)
{
    /// <summary>Who is kept where nobody chooses: whoever has been here longer.</summary>
    public PersonId Older => One.AddedAt != Other.AddedAt ? (One.AddedAt < Other.AddedAt ? One.Id : Other.Id) : One.Id.CompareTo(Other.Id) < 0 ? One.Id : Other.Id;

    /// <summary>What has been said of the two; null where nobody has.</summary>
    public JoiningAsked? Asked => One.Asked.Concat(Other.Asked).FirstOrDefault(a => (a.Kept == One.Id && a.Lost == Other.Id) || (a.Kept == Other.Id && a.Lost == One.Id));

    public JoiningSide Of(PersonId person) => One.Id == person ? One : Other;

    /// <summary>What an answer was given of: cards, assignments, powers and records of both, in whatever order they were asked for.</summary>
    public byte[] Seen()
    {
        var told = new StringBuilder();
        foreach (var side in new[] { One, Other }.OrderBy(s => s.Id))
        {
            told.Append(CultureInfo.InvariantCulture, $"{side.Id}|{side.Shielded}\n");
            foreach (var value in side.Values) told.Append(CultureInfo.InvariantCulture, $"{value.Card}.{value.Column}={value.Value}\n");
            foreach (var duty in side.Assignments.OrderBy(a => a.Id)) told.Append(CultureInfo.InvariantCulture, $"{duty.Id}|{duty.UntilUtc.Ticks}|{string.Join(',', duty.Powers.Select(p => p.Id.Value).Order())}\n");
            foreach (var record in side.Records.OrderBy(r => r.Id)) told.Append(CultureInfo.InvariantCulture, $"{record.Id}|{record.State}\n");
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(told.ToString()));
    }
}
