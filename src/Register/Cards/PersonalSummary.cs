using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One stored attribute of a person, as it is shown to the person.</summary>
/// <param name="Field">The name of the column on its card: what the origin and the closed lists know it by.</param>
/// <param name="Source">Null where the house itself derived it from the person's assignments.</param>
/// <param name="ReceivedAt">Null where no batch is on record.</param>
public sealed record SummaryRow(Card Card, string Field, Text Label, string Value, Source? Source, DateTime? ReceivedAt, Text SeenBy, Text Until);

/// <summary>Everything a register holds of one person, value by value: for /me, the article 14 notice and the profile.</summary>
public sealed class PersonalSummary(TupaDb db, TimeProvider clock)
{
    /// <summary>The attributes of both cards that have a value, in the order of the statement. Two statements.</summary>
    public async Task<IReadOnlyList<SummaryRow>> OfAsync(PersonId person, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var read = await (
            from p in db.Set<Person>().Where(p => p.Id == person)
            join cardA in db.Set<CardA>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardA.Person into cardsA
            from a in cardsA.DefaultIfEmpty()
            join cardB in db.Set<CardB>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardB.Person into cardsB
            from b in cardsB.DefaultIfEmpty()
            join school in db.Set<Unit>() on b.School equals school.Id into schools
            from s in schools.DefaultIfEmpty()
            select new
            {
                p.Shielded,
                A = a,
                B = b,
                School = s,
                Origins = (from o in db.Set<Origin>()
                           join r in db.Set<SourceRecord>() on o.SourceRecord equals r.Id
                           where o.Person == p.Id
                           select new { o.Card, o.Column, r.Source, o.ReceivedAt }).ToList(),
            }).FirstOrDefaultAsync(stop);
        if (read is null) return [];

        var groups = await (
            from m in db.Set<GroupMember>()
            join g in db.Set<Group>() on m.Group equals g.Id
            where m.Person == person && m.FromUtc <= now && now < m.UntilUtc
                && g.Kind != GroupKind.SpaceMembers && g.Kind != GroupKind.Audience
            select new { g.Kind, g.NameFi, g.NameSv }).Distinct().ToListAsync(stop);

        var origins = read.Origins.ToDictionary(o => (o.Card, o.Column), o => (o.Source, o.ReceivedAt));
        return [.. Fields().Where(f => !string.IsNullOrEmpty(f.Value)).Select(Row)];

        IEnumerable<(Card Card, string Field, Text Label, string? Value, Text Until)> Fields()
        {
            if (read.A is { } a)
            {
                yield return (Card.A, nameof(a.GivenName), FieldText.Name, $"{a.GivenName} {a.FamilyName}", FieldText.UntilDutyEnds);
                yield return (Card.A, nameof(FieldText.Groups), FieldText.Groups, Names(k => k is not GroupKind.Teaching and not GroupKind.Class), FieldText.UntilGroupEnds);
                yield return (Card.A, nameof(a.Email), FieldText.Email, a.Email, FieldText.UntilDutyEnds);
                yield return (Card.A, nameof(a.UserId), FieldText.UserId, a.UserId, FieldText.UntilLastEnds);
                yield return (Card.A, nameof(a.Phone), FieldText.Phone, a.Phone, FieldText.UntilDutyEnds);
                yield return (Card.A, nameof(a.WorkAddress), FieldText.WorkAddress, a.WorkAddress, FieldText.UntilDutyEnds);
                yield return (Card.A, nameof(a.Organisation), FieldText.Organisation, a.Organisation, FieldText.UntilDutyEnds);
            }

            if (read.B is { } b)
            {
                var until = b.Role == SchoolRole.Staff ? FieldText.UntilDutyEnds : FieldText.UntilSchoolEnds;
                yield return (Card.B, nameof(b.GivenName), FieldText.Name, $"{b.GivenName} {b.FamilyName}", until);
                yield return (Card.B, nameof(b.UserId), FieldText.UserId, b.UserId, FieldText.UntilLastEnds);
                yield return (Card.B, nameof(b.Email), FieldText.Email, b.Email, until);
                yield return (Card.B, nameof(FieldText.TeachingGroups), FieldText.TeachingGroups, Names(k => k is GroupKind.Teaching), FieldText.UntilGroupEnds);
                yield return (Card.B, nameof(b.School), FieldText.School, PersonText.Named(read.School.NameFi, read.School.NameSv), until);
                yield return (Card.B, nameof(b.ClassName), FieldText.Class, b.ClassName, until);
                yield return (Card.B, nameof(b.InstitutionCode), FieldText.InstitutionCode, b.InstitutionCode, until);
                yield return (Card.B, nameof(b.Role), FieldText.Role, SourceText.Of(b.Role), until);
            }
        }

        SummaryRow Row((Card Card, string Field, Text Label, string? Value, Text Until) field)
        {
            (Source Source, DateTime ReceivedAt)? origin = origins.TryGetValue((field.Card, field.Field), out var known) ? known
                : origins.TryGetValue((field.Card, Conventional(field.Field)), out known) ? known : null;
            return new(field.Card, field.Field, field.Label, field.Value!, origin?.Source, origin?.ReceivedAt, SeenBy(field.Card, field.Field), field.Until);
        }

        Text SeenBy(Card card, string field) => (read.Shielded, card, field) switch
        {
            (true, _, nameof(CardA.GivenName)) => FieldText.SeenByClose,
            (true, _, _) => FieldText.SeenByYou,
            (_, _, nameof(FieldText.Groups) or nameof(FieldText.TeachingGroups)) => FieldText.SeenByMembers,
            (_, Card.A, _) => FieldText.SeenByStaff,
            _ => FieldText.SeenByClose,
        };

        string Names(Func<GroupKind, bool> kind) => string.Join(", ", groups.Where(g => kind(g.Kind))
            .Select(g => PersonText.Named(g.NameFi, g.NameSv).ToString()).Distinct().Order(StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true)));
    }

    /// <summary>Origins name columns as the database does: given_name.</summary>
    private static string Conventional(string field) =>
        string.Concat(field.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
