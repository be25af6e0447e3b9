using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Cards as rows: each value with its label, source, viewers and end.</summary>
internal static class SummaryRows
{
    /// <summary>The attributes that have a value, in the order of the statement.</summary>
    public static IReadOnlyList<SummaryRow> Of(CardsRead cards, IReadOnlyList<GroupRead> groups)
    {
        // As PeopleSeen has it: all staff see these two populations, and others only those they are close to.
        var toStaff = groups.Any(g => g.Id == GroupId.Staff || g.Id == GroupId.Elected);
        return [.. Fields(cards, groups).Where(f => !string.IsNullOrEmpty(f.Value)).Select(f =>
        {
            var origin = cards.OriginOf(f.Card, f.Field);
            return new SummaryRow(f.Card, f.Field, f.Label, f.Value!, origin?.Source, origin?.ReceivedAt, SeenBy(cards.Shielded, toStaff, f), f.Until);
        })];
    }

    private static IEnumerable<FieldRead> Fields(CardsRead cards, IReadOnlyList<GroupRead> groups)
    {
        if (cards.A is { } a)
        {
            yield return new(Card.A, nameof(a.GivenName), FieldText.Name, $"{a.GivenName} {a.FamilyName}", FieldText.UntilDutyEnds);
            yield return new(Card.A, SummaryRow.Groups, FieldText.Groups, Names(groups, k => k is not GroupKind.Teaching), FieldText.UntilGroupEnds);
            yield return new(Card.A, nameof(a.Email), FieldText.Email, a.Email, FieldText.UntilDutyEnds);
            yield return new(Card.A, nameof(a.UserId), FieldText.UserId, a.UserId, FieldText.UntilLastEnds);
            yield return new(Card.A, nameof(a.Phone), FieldText.Phone, a.Phone, FieldText.UntilDutyEnds);
            yield return new(Card.A, nameof(a.WorkAddress), FieldText.WorkAddress, a.WorkAddress, FieldText.UntilDutyEnds);
            yield return new(Card.A, nameof(a.Organisation), FieldText.Organisation, a.Organisation, FieldText.UntilDutyEnds);
        }

        if (cards.B is { } b)
        {
            var until = b.Role == SchoolRole.Staff ? FieldText.UntilDutyEnds : FieldText.UntilSchoolEnds;
            yield return new(Card.B, nameof(b.GivenName), FieldText.Name, $"{b.GivenName} {b.FamilyName}", until);
            yield return new(Card.B, nameof(b.UserId), FieldText.UserId, b.UserId, FieldText.UntilLastEnds);
            yield return new(Card.B, nameof(b.Email), FieldText.Email, b.Email, until);
            yield return new(Card.B, SummaryRow.TeachingGroups, FieldText.TeachingGroups, Names(groups, k => k is GroupKind.Teaching), FieldText.UntilGroupEnds);
            yield return new(Card.B, nameof(b.School), FieldText.School, cards.School is { } school ? PersonText.Named(school.NameFi, school.NameSv) : null, until);
            yield return new(Card.B, nameof(b.ClassName), FieldText.Class, b.ClassName, until);
            yield return new(Card.B, nameof(b.InstitutionCode), FieldText.InstitutionCode, b.InstitutionCode, until);
            yield return new(Card.B, nameof(b.Role), FieldText.Role, SourceText.Of(b.Role), until);
        }
    }

    private static Text SeenBy(bool shielded, bool toStaff, FieldRead field) => (shielded, toStaff, field.Card, field.Field) switch
    {
        (true, _, _, not (nameof(CardA.GivenName) or nameof(CardA.Email) or nameof(CardA.UserId))) => FieldText.SeenByYou,
        (false, true, _, SummaryRow.Groups or SummaryRow.TeachingGroups) => FieldText.SeenByMembers,
        (false, true, _, _) => FieldText.SeenByStaff,
        (_, _, Card.A, _) => FieldText.SeenByShared,
        _ => FieldText.SeenByClose,
    };

    private static string Names(IEnumerable<GroupRead> groups, Func<GroupKind, bool> kind) => string.Join(", ", groups
        .Where(g => kind(g.Kind)).Select(g => g.Name).Distinct()
        .Order(StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true)));

    private sealed record FieldRead(Card Card, string Field, Text Label, string? Value, Text Until);
}
